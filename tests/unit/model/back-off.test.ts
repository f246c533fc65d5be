import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BackOff,
  backOffAfter,
  jitter,
  mustWait,
  pauseUntil,
} from '../../../lib/model/back-off.ts'

const endpoint = 'https://feed.example'
const outage = { endpoint, reason: 'It broke.' }
const now = 1_000_000
const middle = 0.5

function afterOutages(count: number, random = middle): BackOff {
  let backOff = backOffAfter(undefined, outage, now, random)
  for (let i = 1; i < count; i++) backOff = backOffAfter(backOff, outage, now, random)
  return backOff
}

describe('the wait after outages', () => {
  test.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [7, 1920],
    [8, 3600],
    [9, 3600],
    [5000, 3600],
  ])('number %i is %i seconds', (count, seconds) => {
    const backOff = afterOutages(count)
    expect(backOff).toMatchObject({ endpoint, failures: count, reason: 'It broke.' })
    expect(backOff.retryAt - now).toBeCloseTo(seconds * 1000)
  })

  test('is spread by a tenth to either side', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        expect(jitter(random)).toBeGreaterThanOrEqual(0.9)
        expect(jitter(random)).toBeLessThanOrEqual(1.1)
        expect(afterOutages(1, random).retryAt).toBe(now + 30_000 * jitter(random))
      }),
    )
  })

  test('begins anew at another endpoint', () => {
    const other = { ...outage, endpoint: 'https://mirror.example' }
    expect(backOffAfter(afterOutages(5), other, now, middle)).toMatchObject({
      endpoint: 'https://mirror.example',
      failures: 1,
      retryAt: now + 30_000,
    })
  })

  test('is as long as the source asks for, and binding then', () => {
    const asked = { ...outage, retryAt: now + 600_000 }
    expect(backOffAfter(undefined, asked, now, middle)).toMatchObject({
      retryAt: now + 600_000,
      isBinding: true,
    })
    expect(afterOutages(3).isBinding).toBe(false)
  })

  test('binds no longer than the source asks for, however often it failed before', () => {
    const asked = { ...outage, retryAt: now + 60_000 }
    expect(backOffAfter(afterOutages(20), asked, now, middle).retryAt).toBe(now + 60_000)
  })

  test('is never nothing, though the source asks for none', () => {
    const asked = { ...outage, retryAt: now - 5 }
    expect(backOffAfter(undefined, asked, now, middle).retryAt).toBe(now + 30_000)
  })
})

describe('an endpoint', () => {
  const free = { ...afterOutages(1), retryAt: now + 10 }
  const bound = pauseUntil(endpoint, now + 10, 'No more.')

  test('in trouble is left alone until its time', () => {
    expect(mustWait(free, endpoint, now, false)).toBe(true)
    expect(mustWait(free, endpoint, now + 9, false)).toBe(true)
    expect(mustWait(free, endpoint, now + 10, false)).toBe(false)
  })

  test('may be asked sooner by the reader, unless it set the time itself', () => {
    expect(mustWait(free, endpoint, now, true)).toBe(false)
    expect(mustWait(bound, endpoint, now, true)).toBe(true)
    expect(mustWait(bound, endpoint, now + 10, true)).toBe(false)
  })

  test('is free when another one is in trouble, or none', () => {
    expect(mustWait(bound, 'https://mirror.example', now, false)).toBe(false)
    expect(mustWait(undefined, endpoint, now, false)).toBe(false)
  })

  test('whose quota is used up has not failed, and says what it is told to', () => {
    expect(bound).toMatchObject({ failures: 0, isBinding: true, reason: 'No more.' })
  })
})
