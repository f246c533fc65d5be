import { expect, test } from 'vitest'
import { hubQuery } from '../../../lib/state/hub-query.ts'

test.each([
  ['words as they are', 'sparse upcycling', 'sparse upcycling'],
  ['a phrase in its quotes', '"mixture of experts" routing', '"mixture of experts" routing'],
  ['what an operator asks for', 'title:sparse author:turing', 'sparse turing'],
  ['none of our filters', 'agents is:saved after:2025-03 top:50 sort:new', 'agents'],
  ['no operator without its value', 'agents after:', 'agents'],
  ['nothing that is left out', 'agents -survey -"a survey"', 'agents'],
  ['the bare id of an address', 'https://arxiv.org/abs/2608.13210v2', '2608.13210'],
  ['an id that is asked for', 'id:2608.13210', '2608.13210'],
  ['nothing of a paper that it cannot have', 'https://openreview.net/forum?id=aBc_-123', ''],
  ['nothing of its id', 'id:acl:P19-1001', ''],
  ['what may be such an id or a word', 'W13-2024', 'W13-2024'],
  ['words for TeX', '\\textbf{Attention} in $L_0$', 'Attention in L0'],
  ['no note', 'zebras note: ', 'zebras'],
  ['no note that is empty', 'zebras note:""', 'zebras'],
  ['no note that is begun', 'zebras note:" ', 'zebras'],
  ['no note without a word', 'zebras note:?? ', 'zebras'],
  ['nothing where there is no word', 'is:saved sort:votes', ''],
  ['nothing of nothing', '   ', ''],
])('it sends %s', (_what, query, sent) => {
  expect(hubQuery(query)).toBe(sent)
})

test('it keeps to 250 characters, in whole words', () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`)
  const sent = hubQuery(words.join(' '))
  expect(sent.length).toBeLessThanOrEqual(250)
  expect(sent).toBe(words.slice(0, sent.split(' ').length).join(' '))
  expect(sent.length).toBeGreaterThan(240)
})

test('a single word that is longer is cut, and no character in two', () => {
  expect(hubQuery('x'.repeat(400))).toBe('x'.repeat(250))
  expect(hubQuery(`${'x'.repeat(249)}😀 more`)).toBe('x'.repeat(249))
})
