import { describe, expect, test } from 'vitest'
import { fullName, readNames } from '../../../../lib/library/cite/names.ts'
import { texNames } from '../../../../lib/library/cite/tex-names.ts'

const read = (...authors: string[]) => readNames(authors, authors.length)

describe('a name', () => {
  test.each([
    ['Ada One', { given: 'Ada', family: 'One' }],
    ['Ada B. One', { given: 'Ada B.', family: 'One' }],
    ['J.Smith', { given: 'J.', family: 'Smith' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    ['Ben van der Two', { given: 'Ben', particle: 'van der', family: 'Two' }],
    ['Lima dos Santos', { given: 'Lima', particle: 'dos', family: 'Santos' }],
    ['Herbert Van de Sompel', { given: 'Herbert', family: 'Van de Sompel' }],
    ['Arnaud de La Fortelle', { given: 'Arnaud', particle: 'de', family: 'La Fortelle' }],
    ['Di Wang', { given: 'Di', family: 'Wang' }],
    ['Van Nguyen', { given: 'Van', family: 'Nguyen' }],
    ['John Smith Jr.', { given: 'John', family: 'Smith', suffix: 'Jr.' }],
    ['John Smith, Jr.', { given: 'John', family: 'Smith', suffix: 'Jr.' }],
    ['Robert J. Webster III', { given: 'Robert J.', family: 'Webster', suffix: 'III' }],
    ['Smith, John', { given: 'John', family: 'Smith' }],
    ['Karthik V', { given: 'Karthik', family: 'V' }],
    ['OpenAI', { family: 'OpenAI' }],
    ['马宇鑫', { family: '马宇鑫' }],
    ['马 宇鑫', { given: '宇鑫', family: '马' }],
    ['Wei Li (李伟)', { given: 'Wei', family: 'Li (李伟)' }],
    ['Linxi "Jim" Fan', { given: 'Linxi "Jim"', family: 'Fan' }],
    ['Mariia Gladkova*', { given: 'Mariia', family: 'Gladkova' }],
    ['Jo\\~{a}o P. Costeira', { given: 'João P.', family: 'Costeira' }],
    ["Ma\\l{}gorzata Poincar\\'e", { given: 'Małgorzata', family: 'Poincaré' }],
    ['Juan-Manuel~Pérez-Rúa', { given: 'Juan-Manuel', family: 'Pérez-Rúa' }],
    ['Gemma Team', { literal: 'Gemma Team' }],
    ['Shanghai AI Laboratory', { literal: 'Shanghai AI Laboratory' }],
    ['SeFi-Team', { literal: 'SeFi-Team' }],
    ['The Law and Order Group', { literal: 'The Law and Order Group' }],
    ['Yunfeng Ai', { given: 'Yunfeng', family: 'Ai' }],
  ])('%s is read by its parts', (author, name) => {
    expect(read(author)).toEqual({ names: [name], hasOthers: false })
  })

  test.each(['Ada One', 'Ben van der Two', 'John Smith Jr.', 'Herbert Van de Sompel', 'OpenAI'])(
    '%s is whole again',
    (author) => expect(read(author).names.map(fullName)).toEqual([author]),
  )
})

describe('a list of authors', () => {
  const names = (...authors: string[]) => read(...authors).names.map(fullName)

  test('is taken apart where one entry holds several', () => {
    expect(names('Ada One and Ben Two', 'and Cleo Three', 'Dan Four and')).toEqual([
      ...['Ada One', 'Ben Two', 'Cleo Three', 'Dan Four'],
    ])
    expect(names('Ada One, Ben G. Two', 'Cleo Three; Dan Four')).toEqual([
      ...['Ada One', 'Ben G. Two', 'Cleo Three', 'Dan Four'],
    ])
  })

  test('leaves out what is no name', () => {
    expect(names('Gemma Team', ':', 'Ada One', '', '()', 'Lihua Xie ()')).toEqual([
      ...['Gemma Team', 'Ada One', 'Lihua Xie'],
    ])
  })

  test('has others where it says so, or counts more than it names', () => {
    expect(read('Ada One', 'et al.')).toMatchObject({ names: [{}], hasOthers: true })
    expect(readNames(['Ada One'], 2).hasOthers).toBe(true)
    expect(readNames(['Ada One'], 1).hasOthers).toBe(false)
  })
})

test.each([
  ['Ada One', 'Ada One'],
  ['Ben van der Two', 'Ben van der Two'],
  ['Herbert Van de Sompel', '{Van de Sompel}, Herbert'],
  ['John Smith Jr.', 'Smith, Jr., John'],
  ['Mohamed el amine boudjoghra', 'boudjoghra, Mohamed el amine'],
  ['Peng xinwei', 'Peng xinwei'],
  ['Gemma Team', '{Gemma Team}'],
  ['The Law and Order Group', '{The Law and Order Group}'],
  ['Young-Jun_Lee', 'Young-Jun\\_Lee'],
])('%s is written for TeX as %s', (author, tex) => {
  expect(texNames(read(author))).toBe(tex)
})
