import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../lib/search/query/parse-query.ts'
import { toWordGroups } from '../../../../lib/search/query/word-groups.ts'
import { markSnippet, markWords } from '../../../../lib/search/rank/marks.ts'

const groupsOf = (query: string) => toWordGroups(parseQuery(query, '2026-08-21').clauses)
const marked = (text: string, query: string) =>
  markWords(text, groupsOf(query))
    .filter(({ isMarked }) => isMarked)
    .map(({ text }) => text)

describe('a word is marked', () => {
  test.each([
    ['Sparse Upcycling of Dense Models', 'sparse model ', ['Sparse', 'Models']],
    ['Few-shot learners learn', 'few-shot learning ', ['Few', 'shot', 'learners', 'learn']],
    ['By Zoë Müller', 'muller ', ['Müller']],
    ['Reinforcement and reindeer', 'reinf', ['Reinforcement']],
    ['A model of models', '-model dense ', []],
    ['The a of it', 'the of ', []],
    ['Nothing here', 'zebra ', []],
  ])('in %j for %j', (text, query, expected) => expect(marked(text, query)).toEqual(expected))

  test('and the text itself stays as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        const runs = markWords(text, groupsOf(query))
        expect(runs.map((run) => run.text).join('')).toBe(text)
      }),
    )
  })
})

describe('a snippet', () => {
  const far = 'word '.repeat(80)
  const text = `${far}sparse ${far}sparse experts are merged ${far}`

  test('is where most of the words stand, cut at words and said to be cut', () => {
    const runs = markSnippet(text, groupsOf('sparse merged experts ')) ?? []
    const shown = runs.map((run) => run.text).join('')
    expect(shown).toContain('sparse experts are merged')
    expect(shown).toMatch(/^… word .* word …$/)
    expect(shown.length).toBeLessThan(240)
  })

  test('of a short text is the text', () => {
    expect(markSnippet('One sparse thing.', groupsOf('sparse '))).toEqual([
      { text: 'One ', isMarked: false },
      { text: 'sparse', isMarked: true },
      { text: ' thing.', isMarked: false },
    ])
  })

  test('holds the word also where it ends an address', () => {
    const address = `${far}https://a-long-name.example.org/with/a/path/publications ${far}`
    const runs = markSnippet(address, groupsOf('publications ')) ?? []
    expect(runs.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain(
      'publications',
    )
  })

  test('is not there when no word is', () => {
    expect(markSnippet('Something else.', groupsOf('sparse '))).toBeUndefined()
  })
})
