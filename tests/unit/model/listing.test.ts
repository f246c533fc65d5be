import { expect, test } from 'vitest'
import { dayRef, listingClosesAt, trendingRef } from '../../../lib/model/listing.ts'

test.each([
  ['a day', dayRef('2026-08-21'), '2026-08-22T01:30:00Z'],
  ['a week, with its Sunday', { kind: 'week', key: '2026-W34' }, '2026-08-24T01:30:00Z'],
  ['a month, with its last day', { kind: 'month', key: '2026-08' }, '2026-09-01T01:30:00Z'],
  ['a winter month', { kind: 'month', key: '2026-12' }, '2027-01-01T02:30:00Z'],
] as const)('%s closes at 21:30 in New York', (_what, ref, instant) => {
  expect(new Date(listingClosesAt(ref))).toEqual(new Date(instant))
})

test('trending never closes', () => {
  expect(listingClosesAt(trendingRef)).toBe(Number.POSITIVE_INFINITY)
})
