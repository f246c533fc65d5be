import { browser } from 'wxt/browser'
import type { SyncLimits } from './chunk/plan.ts'
import { isChunkKey, type SyncItems } from './chunk/read-chunks.ts'

/** The browser's sync, or what stands for it in a test. */
export interface ItemStore {
  limits: SyncLimits
  read(): Promise<SyncItems>
  /** Writes all of them or, when one is refused, none. */
  write(items: Record<string, string>): Promise<void>
  remove(keys: string[]): Promise<void>
}

/** What this background wrote last: the browser tells of it as if it had come from elsewhere. */
let own: Record<string, unknown> = {}

/** https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync */
export const browserItems: ItemStore = {
  limits: { total: 102_400, item: 8192 },
  read: () => browser.storage.sync.get(null),
  async write(items) {
    own = items
    await browser.storage.sync.set(items)
  },
  async remove(keys) {
    own = { ...own, ...Object.fromEntries(keys.map((key) => [key, undefined])) }
    await browser.storage.sync.remove(keys)
  },
}

/** Calls back when another machine's change of the library has come. To be called when the background starts. */
export function onItemsFromElsewhere(callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'sync') return
    const isOwn = ([key, { newValue }]: [string, { newValue?: unknown }]) =>
      key in own && own[key] === (newValue ?? undefined)
    const ofLibrary = Object.entries(changes).filter(([key]) => isChunkKey(key))
    if (!ofLibrary.every(isOwn)) callback()
  })
}
