import { expect, test } from 'vitest'
import { describeError, FeedError } from '../../lib/errors.ts'

test.each([undefined, 429, 500, 502, 503, 504])('status %s is an outage', (status) => {
  expect(new FeedError('It broke.', { status }).isOutage).toBe(true)
})

test.each([400, 404])('status %s is about the one question', (status) => {
  expect(new FeedError('It broke.', { status }).isOutage).toBe(false)
})

test('an error carries its cause and its name', () => {
  const cause = new TypeError('deep down')
  const error = new FeedError('It broke.', { cause, retryAt: 5 })
  expect(error).toMatchObject({ name: 'FeedError', cause, retryAt: 5 })
})

test.each([
  new DOMException('deep', 'QuotaExceededError'),
  Object.assign(new Error('deep'), { name: 'AbortError', inner: { name: 'QuotaExceededError' } }),
])('a full disk is called that: %s', (error) => {
  expect(describeError(error)).toBe('There is no room left on the disk for this.')
})

test('whatever was thrown is put in words', () => {
  expect(describeError(new Error('It broke.'))).toBe('It broke.')
  expect(describeError('words')).toBe('words')
  expect(describeError(undefined)).toBe('undefined')
})
