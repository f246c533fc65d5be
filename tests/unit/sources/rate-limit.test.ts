import { describe, expect, test } from 'vitest'
import { parseRateLimit, parseRetryAfter, quietUntil } from '../../../lib/sources/rate-limit.ts'

const now = Date.parse('2026-08-21T12:00:00Z')

describe('a RateLimit header', () => {
  test.each([
    ['"api";r=499;t=300', 499, 300],
    ['"api"; r=0; t=12', 0, 12],
    ['"api" ;r=3 ;t=1', 3, 1],
  ])('%s has %i left for %i seconds', (header, remaining, resetS) => {
    expect(parseRateLimit(header)).toEqual({ remaining, resetS })
  })

  test('with several policies counts by the tightest, and of equals by the longest', () => {
    expect(parseRateLimit('"api";r=9;t=300, "search";r=2;t=60')).toEqual({
      remaining: 2,
      resetS: 60,
    })
    expect(parseRateLimit('"a";r=0;t=5, "b";r=0;t=60')).toEqual({ remaining: 0, resetS: 60 })
  })

  test.each([[null], [''], ['api'], ['"api";r=;t=5'], ['"api";r=-1;t=5'], ['r=0;t=5']])(
    '%j says nothing',
    (header) => expect(parseRateLimit(header)).toBeUndefined(),
  )
})

describe('Retry-After', () => {
  test('is in seconds from now', () => {
    expect(parseRetryAfter('7', now)).toBe(now + 7000)
    expect(parseRetryAfter(' 0 ', now)).toBe(now)
  })

  test('is an HTTP date', () => {
    expect(parseRetryAfter('Fri, 21 Aug 2026 12:01:00 GMT', now)).toBe(now + 60_000)
  })

  test.each([[null], [''], ['soon'], ['-5'], ['1.5'], ['later 5'], ['12 minutes'], ['NaN']])(
    '%j says nothing',
    (header) => expect(parseRetryAfter(header, now)).toBeUndefined(),
  )
})

describe('a source is left alone', () => {
  const until = (headers: Record<string, string>, status = 200) =>
    quietUntil(new Headers(headers), status, now)

  test('until a second past the window of which nothing is left', () => {
    expect(until({ RateLimit: '"api";r=0;t=12' })).toBe(now + 13_000)
    expect(until({ RateLimit: '"api";r=0;t=12', 'Retry-After': '99' }, 429)).toBe(now + 13_000)
  })

  test.each([429, 503])('as long as it asks for with HTTP %i', (status) => {
    expect(until({ 'Retry-After': '5' }, status)).toBe(now + 5000)
    expect(until({ RateLimit: '"api";r=8;t=12', 'Retry-After': '5' }, status)).toBe(now + 5000)
  })

  test('no longer than an hour', () => {
    expect(until({ 'Retry-After': '86400' }, 429)).toBe(now + 3_600_000)
    expect(until({ 'Retry-After': 'Fri, 21 Aug 2099 12:01:00 GMT' }, 429)).toBe(now + 3_600_000)
    expect(until({ RateLimit: '"api";r=0;t=999999' })).toBe(now + 3_600_000)
  })

  test.each<[string, Record<string, string>, number]>([
    ['there is something left', { RateLimit: '"api";r=1;t=12' }, 200],
    ['it says nothing', {}, 429],
    ['it talks nonsense', { 'Retry-After': 'soon' }, 429],
    ['Retry-After comes with a good answer', { 'Retry-After': '5' }, 200],
    ['Retry-After comes with a 404', { 'Retry-After': '5' }, 404],
  ])('not when %s', (_when, headers, status) => {
    expect(until(headers, status)).toBeUndefined()
  })
})
