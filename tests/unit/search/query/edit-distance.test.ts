import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceToBeginning, editDistance } from '../../../../lib/search/query/edit-distance.ts'

const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 })
const atMost = fc.integer({ min: 0, max: 3 })

/** The definition, without a bound: slow, and plainly right. */
function distanceBetween(a: string, b: string): number {
  const edits: number[][] = []
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = []
    edits.push(row)
    for (let j = 0; j <= b.length; j++) {
      const at = (i: number, j: number) => edits[i]?.[j] ?? Number.POSITIVE_INFINITY
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY,
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return edits[a.length]?.[b.length] ?? Number.NaN
}

describe('the edits between two words', () => {
  test('are those of the definition, up to the bound', () => {
    fc.assert(
      fc.property(word, word, atMost, (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(distanceBetween(a, b), most + 1))
      }),
    )
  })

  test('to a word still being typed are those to its nearest beginning', () => {
    fc.assert(
      fc.property(word, word, atMost, (begun, whole, most) => {
        const beginnings = Array.from({ length: whole.length + 1 }, (_, n) => whole.slice(0, n))
        const nearest = Math.min(...beginnings.map((each) => distanceBetween(begun, each)))
        expect(distanceToBeginning(begun, whole, most)).toBe(Math.min(nearest, most + 1))
      }),
    )
  })

  test.each([
    ['difusi', 'diffusion', 1],
    ['transfromer', 'transformers', 1],
    ['modle', 'modeling', 1],
    ['banana', 'diffusion', 2],
  ])('from the begun %s to %s', (begun, whole, edits) => {
    expect(distanceToBeginning(begun, whole, 1)).toBe(edits)
  })
})
