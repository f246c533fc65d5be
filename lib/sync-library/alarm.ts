import { browser } from 'wxt/browser'
import type { Database } from '../db/database.ts'

const alarmName = 'library'
/** Long enough that a row of changes is one write, and writes stay far below the quotas. */
const afterChangeMs = 60_000

/** Has the background sync the library soon; changes until then go along. */
async function syncLibrarySoon(afterMs = afterChangeMs): Promise<void> {
  const set = await browser.alarms.get(alarmName)
  const when = Date.now() + afterMs
  // One that is set already is not put off: whoever never stops changing is synced too. One long
  // past is of a time when the machine slept, or its clock was wrong.
  if (set && set.scheduledTime <= when && set.scheduledTime > Date.now() - afterChangeMs) return
  await browser.alarms.create(alarmName, { when })
}

/**
 * Syncs the library some time after each change of it, by whatever page. To be called wherever the
 * library can be changed, since the background may be asleep then.
 */
export function syncAfterChanges(db: Database): void {
  // Each change of the library moves its clock.
  db.onWrite('libraryState', () => {
    syncLibrarySoon().catch((error: unknown) => {
      console.error('Paperboy could not set the alarm for syncing:', error)
    })
  })
}

/** Calls back when the time has come. To be called when the background starts. */
export function onLibraryAlarm(sync: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) sync()
  })
}
