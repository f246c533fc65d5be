import { readLocal, writeLocal } from './local-store.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** Changes some settings and leaves the others as they are, whoever else changes one meanwhile. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('paperboy-settings', async () => {
    const { settings = defaultSettings } = await readLocal('settings')
    const changed = change(settings)
    await writeLocal({ settings: changed })
    return changed
  })
}
