import { expect, test } from 'vitest'
import { partsOfQuery } from '../../../../lib/search/query/asides.ts'
import { parseQuery } from '../../../../lib/search/query/parse-query.ts'

/** The words that are looked for, and in brackets those that are but asides. */
function read(text: string): string {
  const { clauses } = parseQuery(text, '2026-08-21')
  const parts = partsOfQuery(clauses)
  return clauses
    .flatMap(({ text }, i) => {
      if (parts[i] === 'nothing') return []
      return parts[i] === 'aside' ? [`(${text})`] : [text]
    })
    .join(' ')
}

test.each([
  ['what is mamba?', '(what) is mamba?'],
  ["What's the difference, mamba vs. rwkv", "(What's) the difference, mamba (vs.) rwkv"],
  ['mamba paper', 'mamba (paper)'],
  ['arxiv mamba', '(arxiv) mamba'],
  ['papers about protein folding', '(papers) about protein folding'],
  ['can you find recent work on pruning', '(can) (you) (find) (recent) (work) on pruning'],
  ['is there any paper in which pruning', '(is) (there) (any) (paper) in which pruning'],
  ['show me pruning', '(show) (me) pruning'],
])('asides are told from what %s is about', (text, expected) => {
  const [asides, words] = [read(text), expected].map((each) => {
    const parts = each.split(' ')
    // Words that nearly every abstract holds do not decide in any case.
    return parts.filter((part) => !/^\(?(?:is|can)\)?$/.test(part)).join(' ')
  })
  expect(asides).toBe(words)
})

test.each([
  'paper folding',
  'work stealing',
  'research agents',
  'papers',
  'what',
  '"what is" mamba',
  'title:what mamba',
  'ICLR 2024',
  'c elegans',
  'et cetera',
])('%s is looked for as it is', (text) => {
  expect(read(text)).toBe(
    parseQuery(text, '2026-08-21')
      .clauses.map((c) => c.text)
      .join(' '),
  )
})

test.each([
  ['Okonkwo et al. 2024 pruning', 'Okonkwo pruning'],
  ['okonkwo et al, 2024a', 'okonkwo'],
  ['Okonkwo (2024) pruning', 'Okonkwo pruning'],
  ['A. B. Okonkwo pruning', 'Okonkwo pruning'],
  ['okonkwo, j.-p. pruning', 'okonkwo, pruning'],
])('%s is read as it is cited', (text, expected) => {
  expect(read(text)).toBe(expected)
})
