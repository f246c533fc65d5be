import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCard } from '../../../lib/model/card.ts'
import { makePaper } from '../make-paper.ts'

const unread = { isRead: false }

describe('a card', () => {
  test('has the first three authors, and how many there are', () => {
    const authors = ['One', 'Two', 'Three', 'Four']
    const card = toCard(makePaper({ authors, authorCount: 3303 }), unread)
    expect(card.authors).toEqual(['One', 'Two', 'Three'])
    expect(card.authorCount).toBe(3303)
  })

  test('says what the reader did', () => {
    expect(toCard(makePaper(), { savedAt: 5, isRead: true })).toMatchObject({
      savedAt: 5,
      isRead: true,
    })
  })

  test('carries nothing that no list shows', () => {
    const paper = makePaper({ thumbnailUrl: 'https://x.example/1.png', tldr: 'Short.' })
    for (const name of ['abstract', 'tldr', 'keywords', 'thumbnailUrl']) {
      expect(toCard(paper, unread)).not.toHaveProperty(name)
    }
  })
})

describe('the blurb', () => {
  const blurbOf = (abstract: string) => toCard(makePaper({ abstract }), unread).blurb

  test('is the TL;DR where there is one', () => {
    const card = toCard(makePaper({ tldr: 'In short.' }), unread)
    expect(card).toMatchObject({ blurb: 'In short.', isTldr: true })
  })

  test('is otherwise the abstract, whole while it is short', () => {
    expect(toCard(makePaper({ abstract: 'Short.' }), unread)).toMatchObject({
      blurb: 'Short.',
      isTldr: false,
    })
    expect(blurbOf('a'.repeat(320))).toBe('a'.repeat(320))
    expect(blurbOf('')).toBe('')
  })

  test('is cut at a word’s end, without a comma before the ellipsis', () => {
    expect(blurbOf(`${'word '.repeat(62)}almost, there and on`)).toBe(
      `${'word '.repeat(62)}almost…`,
    )
  })

  test('of a text without spaces is cut all the same', () => {
    const blurb = blurbOf('x'.repeat(1000))
    expect(blurb.endsWith('x…')).toBe(true)
    expect(blurb.length).toBeLessThan(330)
  })

  test('is a beginning of its text, short, and cuts no character in two', () => {
    const long = fc.string({ unit: 'binary', minLength: 200, maxLength: 500 })
    const words = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 50, maxLength: 90 })
    const wellFormed = (text: string) => text.isWellFormed()
    fc.assert(
      fc.property(
        fc
          .oneof(
            long,
            words.map((all) => all.join(' ')),
          )
          .filter(wellFormed),
        (text) => {
          const blurb = blurbOf(text)
          expect(text.startsWith(blurb.replace(/…$/, '')) || text.startsWith(blurb)).toBe(true)
          expect(blurb.length).toBeLessThanOrEqual(321)
          expect(blurb.isWellFormed()).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
