import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLocal, watchLocal, writeLocal } from '../../lib/local-store.ts'

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
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ lastLookAt: 5 })
  end()
  await writeLocal({ visit: { lastLookAt: 6 } })
  expect(onChange).toHaveBeenCalledTimes(1)
})
