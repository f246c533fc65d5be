import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { checkLocal, readLocal, watchLocal, writeLocal } from '../../lib/local-store.ts'

beforeEach(() => fakeBrowser.reset())

test('what was written is read, and what never was is absent', async () => {
  await writeLocal({ settings: { endpoint: 'https://feed.example' } })
  expect(await readLocal('settings', 'visit')).toEqual({
    settings: { endpoint: 'https://feed.example' },
  })
})

test('one part is watched until it is not', async () => {
  const onChange = vi.fn()
  const end = watchLocal('visit', onChange)
  await writeLocal({ settings: { endpoint: 'https://feed.example' } })
  expect(onChange).not.toHaveBeenCalled()
  await writeLocal({ visit: { lastLookAt: 5 } })
  expect(onChange.mock.calls).toEqual([[{ lastLookAt: 5 }, null]])
  end()
  await writeLocal({ visit: { lastLookAt: 6 } })
  expect(onChange).toHaveBeenCalledTimes(1)
})

test.each([
  ['a front page without its cards', { frontPage: { format: 1, date: '2026-08-21', total: 3 } }],
  ['a front page of another format', { frontPage: { format: 0, cards: [], lastSaved: [] } }],
  ['a card without authors', { frontPage: { format: 1, cards: [{ id: 'x' }], lastSaved: [] } }],
  ['a stamp that is none', { published: { stamp: 7 } }],
  ['a visit of words', { visit: { lastLookAt: 'x', previousEndedAt: 'y' } }],
  ['an endpoint that is none', { settings: { endpoint: 'nonsense' } }],
  ['nothing at all', { frontPage: null, visit: undefined, settings: 7 }],
])('%s is passed over', (_what, read) => {
  expect(checkLocal(read)).toEqual({})
})

test('what is as it should be is taken', () => {
  const visit = { lastLookAt: 5 }
  const settings = { endpoint: 'https://huggingface.co' }
  expect(checkLocal({ visit, settings, frontPage: 3 })).toEqual({ visit, settings })
})
