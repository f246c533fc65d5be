import { describe, expect, test } from 'vitest'
import {
  keepSelected,
  nothingSelected,
  selectAll,
  selectTo,
  toggleSelected,
} from '../../../lib/model/selection.ts'

const list = ['a', 'b', 'c', 'd', 'e']
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort().join('')

describe('a selection', () => {
  test('takes one more, and lets it go', () => {
    const one = toggleSelected(nothingSelected, 'b')
    expect(idsOf(one)).toBe('b')
    expect(idsOf(toggleSelected(one, 'd'))).toBe('bd')
    expect(idsOf(toggleSelected(one, 'b'))).toBe('')
    expect(idsOf(nothingSelected)).toBe('')
  })

  test('takes all from the last one, in either direction, and keeps what it had', () => {
    const start = toggleSelected(toggleSelected(nothingSelected, 'a'), 'c')
    expect(idsOf(selectTo(start, list, 'e'))).toBe('acde')
    expect(idsOf(selectTo(start, list, 'b'))).toBe('abc')
  })

  test('takes a second range from where the first began', () => {
    const first = selectTo(toggleSelected(nothingSelected, 'c'), list, 'd')
    expect(idsOf(selectTo(first, list, 'a'))).toBe('abcd')
  })

  test('takes one alone where there is nothing to begin at', () => {
    expect(idsOf(selectTo(nothingSelected, list, 'c'))).toBe('c')
    expect(idsOf(selectTo(toggleSelected(nothingSelected, 'gone'), list, 'c'))).toBe('cgone')
  })

  test('of a list that has changed is of what is still there', () => {
    const all = selectAll(list)
    expect(idsOf(keepSelected(all, ['b', 'd', 'x']))).toBe('bd')
    expect(keepSelected(all, list)).toBe(all)
    expect(keepSelected(nothingSelected, [])).toBe(nothingSelected)
  })
})
