import { browser } from 'wxt/browser'
import { readLocal, writeLocal } from '../local-store.ts'
import { readAppearance } from '../model/appearance.ts'
import { mergeAppearance } from '../model/choose-appearance.ts'
import { readChoices } from './choices.ts'

/** Beside the library's chunks, which count it as taken. */
const key = 'appearance'

/**
 * Brings the look of the pages here and in the browser's sync together, the last choice of each
 * field, unless the reader turned that sync off. What is the same on both sides is not written.
 */
function syncAppearance(): Promise<void> {
  return navigator.locks.request('paperboy-appearance', async () => {
    if (!(await readChoices()).isBrowserSyncOn) return
    const here = readAppearance((await readLocal('appearance')).appearance)
    const shared = (await browser.storage.sync.get(key))[key]
    const there = readAppearance(shared)
    const merged = mergeAppearance(here, there)
    if (!isSame(merged, here)) await writeLocal({ appearance: merged })
    if (!isSame(merged, there)) await browser.storage.sync.set({ [key]: merged })
  })
}

/** Syncs it at each change, here or elsewhere. To be called when the background starts. */
export function keepAppearanceSynced(): void {
  browser.storage.onChanged.addListener((changes) => {
    if (key in changes) syncAppearanceInBackground()
  })
}

export function syncAppearanceInBackground(): void {
  syncAppearance().catch((error: unknown) => {
    console.error('Paperboy could not sync how it looks:', error)
  })
}

// Both come from the same readers and mergers, which keep the fields in one order.
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
