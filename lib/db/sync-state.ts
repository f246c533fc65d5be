import type { BackOff } from '../model/back-off.ts'
import type { SyncReport } from '../model/sync-report.ts'
import type { Database } from './database.ts'

/** What a sync leaves for the next one, and for the pages to tell of. */
export interface SyncState {
  /** Trouble with an endpoint, and when it may be asked again. */
  backOff: BackOff
  /** What the last sync did. */
  report: SyncReport
}

/** One row a name, so that a write touches only its own. */
export type SyncStateRow = {
  [Name in keyof SyncState]: { name: Name; value: SyncState[Name] }
}[keyof SyncState]

export async function readSyncState(db: Database): Promise<Partial<SyncState>> {
  const rows = await db.syncState.toArray()
  return Object.fromEntries(rows.map((row) => [row.name, row.value]))
}

/** Writes one part of the state; `undefined` takes it away. */
export async function writeSyncState<Name extends keyof SyncState>(
  db: Database,
  name: Name,
  value: SyncState[Name] | undefined,
): Promise<void> {
  if (value === undefined) await db.syncState.delete(name)
  else await db.syncState.put({ name, value } as SyncStateRow)
}
