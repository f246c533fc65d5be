import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzzyMatch, scoreAmong } from '../../../lib/model/fuzzy.ts'
import { joinGroups, type PaletteItem, rankItems } from '../../../lib/model/palette.ts'

describe('a fuzzy match', () => {
  const best = (typed: string, texts: string[]) =>
    texts
      .map((text) => ({ text, match: fuzzyMatch(typed, text) }))
      .filter(({ match }) => match)
      .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))
      .map(({ text }) => text)

  test('is best at the beginning of a word, then inside one, then by initials', () => {
    expect(best('set', ['Reset', 'Settings', 'Go to the settings'])).toEqual([
      'Settings',
      'Go to the settings',
      'Reset',
    ])
    expect(best('sv', ['Saved', 'Save view', 'Trending'])[0]).toBe('Save view')
    expect(best('ch no', ['Check now', 'Cite the paper'])).toEqual(['Check now'])
  })

  test('is of every word that was typed, in whatever order', () => {
    expect(fuzzyMatch('paper save', 'Save the paper')).toBeDefined()
    expect(fuzzyMatch('paper zebra', 'Save the paper')).toBeUndefined()
  })

  test('is no strewing of letters', () => {
    expect(
      fuzzyMatch('tend', 'Earlier day, week or month; it may be none at the end'),
    ).toBeDefined()
    expect(fuzzyMatch('oiesp', 'Show or hide the abstract of a paper')).toBeUndefined()
  })

  test('knows no case and no accents, and marks the letters of the text', () => {
    expect(fuzzyMatch('ETE', 'Été')?.at).toEqual([0, 1, 2])
    expect(fuzzyMatch('b', '𝕏 b')?.at).toEqual([3])
  })

  test('of anything marks places of the text that hold the letters, rising', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (typed, text) => {
        const match = fuzzyMatch(typed, text)
        if (!match) return
        expect(match.score).toBeGreaterThan(0)
        expect([...match.at].sort((a, b) => a - b)).toEqual(match.at)
        for (const index of match.at) expect(index).toBeLessThan(text.length)
      }),
    )
  })

  test('finds every text by itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,3}$/), (text) => {
        expect(fuzzyMatch(text, text)).toBeDefined()
      }),
    )
  })
})

describe('a word among others that nobody sees', () => {
  test('is found at a beginning, best, or inside one when it is long enough', () => {
    const best = scoreAmong('dark', 'theme dark') ?? 0
    expect(best).toBeGreaterThan(scoreAmong('dark', 'theme undark') ?? 0)
    expect(scoreAmong('ark', 'theme dark')).toBeGreaterThan(0)
    expect(scoreAmong('rk', 'theme dark')).toBeUndefined()
    expect(scoreAmong('主题', '深色主题')).toBeGreaterThan(0)
    expect(scoreAmong('tema', 'Téma')).toBe(scoreAmong('tema', 'tema'))
  })

  test('is not put together from the beginnings of several', () => {
    expect(scoreAmong('calm', 'copy as last month')).toBeUndefined()
    expect(scoreAmong('', 'theme')).toBeGreaterThan(0)
  })
})

describe('the items of the palette', () => {
  const items: PaletteItem[] = [
    { id: '1', label: 'Today', group: 'Go to', href: '#/today' },
    { id: '2', label: 'Saved', group: 'Go to', href: '#/saved' },
    { id: '3', label: 'Save the paper', group: 'Do' },
    { id: '4', label: 'Night edition', group: 'Look', words: 'dark theme' },
  ]
  const shown = (typed: string) =>
    rankItems(items, typed).map(({ title, items }) => [title, ...items.map(({ id }) => id)])

  test('are all there in their order while nothing is typed', () => {
    expect(shown('')).toEqual([
      ['Go to', '1', '2'],
      ['Do', '3'],
      ['Look', '4'],
    ])
  })

  test('are those that hold what is typed, the group of the best first', () => {
    expect(shown('save the')).toEqual([['Do', '3']])
    expect(shown('sav')).toEqual([
      ['Go to', '2'],
      ['Do', '3'],
    ])
  })

  test('are found by other words as well, of which none is marked', () => {
    expect(rankItems(items, 'dark')[0]?.items[0]).toMatchObject({ id: '4', at: [] })
  })

  test('are not found by letters strewn over what they say and their other words', () => {
    const day = { id: '5', label: 'Edition: day', group: 'Look', words: 'dark light' }
    expect(rankItems([day], 'night')).toEqual([])
    expect(rankItems([day], 'dark day')[0]?.items[0]).toMatchObject({ id: '5', at: [9, 10, 11] })
  })
})

test('groups with one title are one, in which what is told twice is as it was told last', () => {
  const item = (id: string, label = id) => ({ id, label, group: '', at: [] })
  const groups = joinGroups([
    { title: 'Papers', items: [item('1', 'arXiv 1'), item('2')] },
    { title: 'Do', items: [item('1')] },
    { title: 'Papers', items: [item('3'), item('1', 'A title')] },
  ])
  expect(groups).toEqual([
    { title: 'Papers', items: [item('1', 'A title'), item('2'), item('3')] },
    { title: 'Do', items: [item('1')] },
  ])
})
