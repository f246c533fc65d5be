import { browser } from 'wxt/browser'
import type { FrontPage } from './model/front-page.ts'
import type { Visit } from './model/visit.ts'
import type { Settings } from './settings.ts'

/** What lies in `storage.local`: only what must be there before the database is open. */
export interface LocalStore {
  frontPage: FrontPage
  visit: Visit
  settings: Settings
}

/** Reads some of it in one go; what was never written is absent. */
export async function readLocal<Key extends keyof LocalStore>(
  ...keys: Key[]
): Promise<Partial<Pick<LocalStore, Key>>> {
  return (await browser.storage.local.get(keys)) as Partial<Pick<LocalStore, Key>>
}

export function writeLocal(part: Partial<LocalStore>): Promise<void> {
  return browser.storage.local.set(part)
}

/** Calls back when one part is written anywhere in the browser; returns how to stop. */
export function watchLocal<Key extends keyof LocalStore>(
  key: Key,
  onChange: (value: LocalStore[Key] | undefined) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[key] : undefined
    if (change) onChange(change.newValue as LocalStore[Key] | undefined)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
