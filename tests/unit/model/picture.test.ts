import { describe, expect, test } from 'vitest'
import { isMissing, isToCome, pictureAddress } from '../../../lib/model/picture.ts'

const hub = 'https://huggingface.co'
const thumbnailUrl = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.1.png'

describe('a picture is asked for', () => {
  test.each([
    ['at the hub’s own hosts', thumbnailUrl, hub],
    ['at the mirror itself', 'https://mirror.example/t/1.png', 'https://mirror.example'],
    ['at a server on this machine', 'http://127.0.0.1:90/t/1.png', 'http://127.0.0.1:90'],
    ['at a host below a mirror', 'https://cdn.mirror.example/1.png', 'https://mirror.example/hf'],
  ])('%s', (_where, url, endpoint) => {
    expect(pictureAddress({ thumbnailUrl: url }, endpoint)).toBe(url)
  })

  test.each([
    ['a hub that the reader left for a mirror', thumbnailUrl, 'https://mirror.example'],
    ['a host that only sounds like it', 'https://cdn.nothuggingface.co/1.png', hub],
    ['a host below it without https', 'http://cdn.huggingface.co/1.png', hub],
    ['another port of this machine', 'http://127.0.0.1:91/1.png', 'http://127.0.0.1:90'],
    ['nobody', undefined, hub],
  ])('never of %s', (_whom, url, endpoint) => {
    expect(pictureAddress({ thumbnailUrl: url }, endpoint)).toBeUndefined()
  })
})

describe('a box is kept for a picture', () => {
  const paper = { id: '2608.00001', thumbnailUrl }
  const now = 1_786_700_400_000

  test('that may come', () => {
    expect(isToCome(paper, hub, undefined, now)).toBe(true)
    expect(isToCome(paper, hub, { missing: {}, pausedUntil: now }, now)).toBe(true)
  })

  test('and not where none is to be expected', () => {
    expect(isToCome(paper, hub, { missing: {}, pausedUntil: now + 1 }, now)).toBe(false)
    expect(isToCome(paper, hub, { missing: { [paper.id]: now - 1 } }, now)).toBe(false)
    expect(isToCome(paper, 'https://mirror.example', undefined, now)).toBe(false)
  })

  test('whatever a clock that has been put right since wrote down', () => {
    const year = 365 * 24 * 3_600_000
    const state = { missing: { [paper.id]: now + year }, pausedUntil: now + year }
    expect(isToCome(paper, hub, state, now)).toBe(true)
  })

  test('again a day after there was none', () => {
    const state = { missing: { [paper.id]: now - 25 * 3_600_000 } }
    expect(isMissing(paper.id, state, now)).toBe(false)
  })
})
