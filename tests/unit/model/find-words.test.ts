import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, foldText, wordsOf } from '../../../lib/model/find-words.ts'

describe('a text that is folded', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['ÉCOLE', 'ecole'],
    // One letter that would become two, and a syllable that is no letter with an accent.
    ['İstanbul', 'istanbul'],
    ['한국', '한국'],
    ['隱私', '隱私'],
  ])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded))

  test('is as long as before, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('words are found', () => {
  const marked = (text: string, query: string) =>
    findWords(text, wordsOf(query)).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['By your browser’s own sync', 'sync BROWSER', ['browser', 'sync']],
    ['Zotero’s port', 'zotero', ['Zotero']],
    ['Überall', 'uber', ['Über']],
    ['port and porter', 'port', ['port', 'port']],
    ['syncing', 'sync in', ['syncin']],
    ['nothing', 'else', []],
    ['anything', '  ', []],
  ])('in %j for %j', (text, query, found) => expect(marked(text, query)).toEqual(found))
})
