import { describe, expect, test } from 'vitest'
import { foldText } from '../../../../lib/search/text/fold.ts'
import { queryWords } from '../../../../lib/search/text/query-words.ts'

describe('text is folded', () => {
  test.each([
    ['Jalapeño Müller', 'jalapeno muller'],
    ['Jalapen\u0303o', 'jalapeno'],
    ['İstanbul', 'istanbul'],
    ['ﬁne-tuning', 'fine-tuning'],
    ['Ｆｕｌｌ １２', 'full 12'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['NIEẞNER, Nießner', 'niessner, niessner'],
    ['Þór Snæbjörn', 'thor snaebjorn'],
    ['Đặng Işık', 'dang isik'],
    ['x²', 'x2'],
    ['数学', '数学'],
    ['', ''],
  ])('%s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('the words of a query', () => {
  test.each<[string, string[]]>([
    ['Sparse  Upcycling', ['sparse', 'upcycling']],
    ['text-to-image', ['text-to-image']],
    ['GPT-4o, "LLaMA 3.1"!', ['gpt-4o', 'llama', '3.1']],
    ['2608.13210', ['2608.13210']],
    ["it's L_2", ["it's", 'l_2']],
    ['-a- .b.', ['a', 'b']],
    ['  ', []],
    ['?!… <>', []],
  ])('%j are %j', (query, words) => {
    expect(queryWords(query)).toEqual(words)
  })
})
