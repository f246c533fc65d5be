import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onPermissionTaken } from '../../../entrypoints/background/permissions.ts'
import { readLocal, writeLocal } from '../../../lib/local-store.ts'
import { openNewTabOptions } from '../../../lib/state/new-tab-options.ts'

const request = vi.fn(async () => true)
const remove = vi.fn(async () => true)
const onRemoved = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  vi.clearAllMocks()
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
  vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(remove)
  Object.assign(fakeBrowser.permissions, { onRemoved: { addListener: onRemoved } })
})
afterEach(() => void vi.restoreAllMocks())

const stored = async () => (await readLocal('settings')).settings?.newTab
const other = { endpoint: 'https://mirror.example', zoteroPort: 5 }

describe('a part of the new tab', () => {
  test('is asked for when it is turned on, and kept beside the other settings', async () => {
    await writeLocal({ settings: other })
    const [options, commands] = openNewTabOptions(other)
    await commands.setPart('hasTopSites', true)
    expect(request).toHaveBeenCalledWith({ permissions: ['topSites'] })
    expect(options.parts.value).toEqual({ hasTopSites: true })
    expect((await readLocal('settings')).settings).toEqual({
      ...other,
      newTab: { hasTopSites: true },
    })
  })

  test('stays off when the browser does not allow it, and that is told', async () => {
    request.mockResolvedValueOnce(false)
    const [options, commands] = openNewTabOptions()
    await commands.setPart('hasWebSearch', true)
    expect(request).toHaveBeenCalledWith({ permissions: ['search'] })
    expect(options.message.value).toMatch(/did not allow it/)
    expect(await stored()).toBeUndefined()
  })

  test('gives its permission back when it is turned off', async () => {
    const [options, commands] = openNewTabOptions({ ...other, newTab: { hasWebSearch: true } })
    await commands.setPart('hasWebSearch', false)
    expect(remove).toHaveBeenCalledWith({ permissions: ['search'] })
    expect(request).not.toHaveBeenCalled()
    expect(options.parts.value.hasWebSearch).toBe(false)
  })

  test('goes off when its permission is taken back, and no other does', async () => {
    await writeLocal({
      settings: { ...other, newTab: { hasTopSites: true, hasWebSearch: true, isCalm: true } },
    })
    onPermissionTaken()
    onRemoved.mock.lastCall?.[0]({ permissions: ['topSites'], origins: [] })
    await vi.waitFor(async () =>
      expect(await stored()).toEqual({ hasTopSites: false, hasWebSearch: true, isCalm: true }),
    )
  })
})

test('two changes at once are both kept', async () => {
  const [, commands] = openNewTabOptions()
  await Promise.all([commands.setCalm(true), commands.setPart('hasTopSites', true)])
  expect(await stored()).toEqual({ isCalm: true, hasTopSites: true })
})
