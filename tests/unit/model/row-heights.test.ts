import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowHeights } from '../../../lib/model/row-heights.ts'

const guess = 100
const id = (n: number) => `p${n}`

/** Where each row begins, added up from the start. */
function topsOf(count: number, heights: ReadonlyMap<string, number>): number[] {
  const tops = [0]
  for (let i = 0; i < count; i++) tops.push((tops[i] as number) + (heights.get(id(i)) ?? guess))
  return tops
}

describe('the heights of rows', () => {
  test('add up, in whatever order rows are measured and asked for', () => {
    const step = fc.record({
      row: fc.nat(40),
      height: fc.integer({ min: 1, max: 400 }),
      ask: fc.nat(45),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step), (count, steps) => {
        const rows = new RowHeights(guess)
        rows.setIds(Array.from({ length: count }, (_, i) => id(i)))
        const heights = new Map<string, number>()
        for (const { row, height, ask } of steps) {
          expect(rows.measure(id(row), height)).toBe(heights.get(id(row)) !== height)
          heights.set(id(row), height)
          expect(rows.top(ask)).toBe(topsOf(count, heights)[Math.min(ask, count)])
        }
        const tops = topsOf(count, heights)
        expect(rows.total).toBe(tops[count])
        for (let y = -50; y < rows.total + 100; y += 37) {
          const naive = tops.slice(0, count).findLastIndex((top) => top <= y)
          expect(rows.indexAt(y)).toBe(Math.max(0, naive))
        }
      }),
    )
  })

  test('stay with their rows when the list is put in another order', () => {
    const rows = new RowHeights(guess)
    rows.setIds(['a', 'b', 'c'])
    rows.measure('c', 10)
    expect(rows.top(2)).toBe(200)
    rows.setIds(['c', 'a', 'b'])
    expect([rows.top(1), rows.total]).toEqual([10, 210])
    expect([rows.placeOf('b'), rows.placeOf('gone')]).toEqual([2, -1])
  })

  test('are guessed anew for another width', () => {
    const rows = new RowHeights(guess)
    rows.setIds(['a', 'b', 'c', 'd'])
    rows.measure('a', 60)
    rows.measure('b', 20)
    rows.forget()
    expect(rows.total).toBe(160)
  })

  test('of no rows are none', () => {
    const rows = new RowHeights(guess)
    rows.setIds([])
    expect([rows.total, rows.indexAt(50)]).toEqual([0, 0])
  })
})
