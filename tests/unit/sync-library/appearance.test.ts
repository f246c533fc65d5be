import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLocal } from '../../../lib/local-store.ts'
import { appearanceOf, readAppearance } from '../../../lib/model/appearance.ts'
import { choose } from '../../../lib/state/choose-appearance.ts'
import { keepAppearanceSynced } from '../../../lib/sync-library/appearance.ts'
import { changeChoices } from '../../../lib/sync-library/choices.ts'
import { onItemsFromElsewhere } from '../../../lib/sync-library/item-store.ts'

beforeEach(() => {
  fakeBrowser.reset()
  keepAppearanceSynced()
})

const here = async () => appearanceOf(readAppearance((await readLocal('appearance')).appearance))
const shared = async () => (await fakeBrowser.storage.sync.get('appearance')).appearance
const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('a choice of how it looks', () => {
  test('goes to the other machines, and stands beside those of other fields', async () => {
    await choose('edition', 'night')
    await choose('columns', '2')
    expect(await here()).toMatchObject({ edition: 'night', columns: '2', density: 'comfortable' })
    await vi.waitFor(async () =>
      expect(appearanceOf(readAppearance(await shared()))).toEqual(await here()),
    )
  })

  test('made elsewhere arrives, unless a later one was made here', async () => {
    await choose('edition', 'night')
    const theirs = { edition: { value: 'day', at: 5 }, pictures: { value: 'off', at: 5 } }
    await fakeBrowser.storage.sync.set({ appearance: theirs })
    await vi.waitFor(async () =>
      expect(await here()).toMatchObject({ edition: 'night', pictures: 'off' }),
    )
    await vi.waitFor(async () =>
      expect(appearanceOf(readAppearance(await shared()))).toEqual(await here()),
    )
  })

  test('stays on this machine when the browser’s sync is turned off', async () => {
    await changeChoices(() => ({ isBrowserSyncOn: false }))
    await choose('density', 'glance')
    await settled()
    expect(await here()).toMatchObject({ density: 'glance' })
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({})
  })

  test('is no news of the library, whose chunks it leaves alone', async () => {
    const callback = vi.fn()
    onItemsFromElsewhere(callback)
    await fakeBrowser.storage.sync.set({ 'p1.0': 'a chunk' })
    callback.mockClear()
    await choose('textSize', 'large')
    await vi.waitFor(async () => expect(await shared()).toBeDefined())
    await settled()
    expect(callback).not.toHaveBeenCalled()
    expect(await fakeBrowser.storage.sync.get('p1.0')).toEqual({ 'p1.0': 'a chunk' })
  })
})
