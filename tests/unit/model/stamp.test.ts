import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  laterStamp,
  newMachineId,
  nextStamp,
  readStamp,
  stampAt,
} from '../../../lib/model/stamp.ts'

const times = fc.integer({ min: 0, max: 4e12 })

describe('a stamp', () => {
  test('is later than the one before, whatever the wall clock says', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 50 }), (clock) => {
        let last: string | undefined
        for (const now of clock) {
          const stamp = nextStamp(last, now, 'm')
          if (last !== undefined) expect(stamp > last).toBe(true)
          last = stamp
        }
      }),
    )
  })

  test('tells its time, its counter and its machine', () => {
    const first = nextStamp(undefined, 1_786_700_000_000, 'abc')
    expect(readStamp(first)).toEqual({ ms: 1_786_700_000_000, counter: 0, machine: 'abc' })
    const second = nextStamp(first, 1_786_600_000_000, 'xyz')
    expect(readStamp(second)).toEqual({ ms: 1_786_700_000_000, counter: 1, machine: 'xyz' })
  })

  test('with a full counter goes on in the next millisecond', () => {
    const full = `${stampAt(1000).slice(0, 10)}zzzz-m`
    expect(readStamp(nextStamp(full, 5, 'm'))).toEqual({ ms: 1001, counter: 0, machine: 'm' })
  })

  test('sorts by time first, as text', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        if (a < b) expect(stampAt(a, 'z') < stampAt(b, 'a')).toBe(true)
      }),
    )
  })

  test('of the past stands where there was none', () => {
    expect(laterStamp(undefined, stampAt(1))).toBe(stampAt(1))
    expect(laterStamp(stampAt(2), stampAt(1))).toBe(stampAt(2))
  })

  test.each(['', 'tomorrow', '0mt0fz2w0-0000', '0mt0fz2w0_0000_m'])('is not %j', (text) => {
    expect(() => readStamp(text)).toThrow(TypeError)
  })
})

test('machines are told apart', () => {
  const ids = Array.from({ length: 100 }, newMachineId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[\da-z]{8}$/)
})
