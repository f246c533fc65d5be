import { describe, expect, test } from 'vitest'
import { isNewSince, look } from '../../../lib/model/visit.ts'

const minute = 60_000
const at = Date.parse('2026-08-21T12:00:00Z')

describe('a visit', () => {
  test('begins with the first look, before which there was none', () => {
    expect(look(undefined, at)).toEqual({ lastLookAt: at })
  })

  test('goes on while looks come within half an hour', () => {
    const visit = { lastLookAt: at, previousEndedAt: at - 600 * minute }
    expect(look(visit, at + 30 * minute)).toEqual({ ...visit, lastLookAt: at + 30 * minute })
  })

  test('ends with the last look before a pause', () => {
    const now = at + 30 * minute + 1
    expect(look({ lastLookAt: at, previousEndedAt: 1 }, now)).toEqual({
      lastLookAt: now,
      previousEndedAt: at,
    })
  })

  test('of twenty tabs an hour is one, however long it lasts', () => {
    let visit = look({ lastLookAt: at - 600 * minute }, at)
    for (let i = 1; i <= 60; i++) visit = look(visit, at + 3 * i * minute)
    expect(visit.previousEndedAt).toBe(at - 600 * minute)
  })
})

describe('a paper', () => {
  const visit = { lastLookAt: at, previousEndedAt: at - 600 * minute }
  const since = at - 600 * minute

  test('is not new to someone who was never here before', () => {
    expect(isNewSince(undefined, { firstSeenAt: at })).toBe(false)
    expect(isNewSince({ lastLookAt: at }, { firstSeenAt: at })).toBe(false)
  })

  test('is new when it came after the last visit', () => {
    expect(isNewSince(visit, { firstSeenAt: since + 1, feedDate: '2026-08-21' })).toBe(true)
    expect(isNewSince(visit, { firstSeenAt: since + 1 })).toBe(true)
    expect(isNewSince(visit, { firstSeenAt: since, feedDate: '2026-08-21' })).toBe(false)
  })

  test('of an earlier day that is fetched only now is not news', () => {
    expect(isNewSince(visit, { firstSeenAt: at, feedDate: '2026-08-19' })).toBe(false)
  })
})
