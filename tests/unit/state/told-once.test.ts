import { expect, test } from 'vitest'
import { toldOnce } from '../../../lib/state/told-once.ts'
import { makeHits } from '../../support/cards.ts'

const first = makeHits(3, { query: 'agent', tookMs: 4 })

test('the same answer to the same search keeps the time of the first, and shows what is new', () => {
  const again = makeHits(3, { query: 'agent', tookMs: 9, hasMore: true })
  expect(toldOnce(first, again)).toEqual({ ...again, tookMs: 4 })
})

test('another search, another count and a first answer tell their own', () => {
  for (const next of [
    makeHits(3, { query: 'agents', tookMs: 9 }),
    makeHits(4, { query: 'agent', tookMs: 9 }),
    makeHits(3, { query: 'agent', tookMs: 9, isRelaxed: true }),
  ]) {
    expect(toldOnce(first, next)).toBe(next)
  }
  expect(toldOnce(undefined, first)).toBe(first)
})
