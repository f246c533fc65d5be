import type { SyncState, SyncStateRow } from '../model/sync-state.ts'
import type { Database } from './database.ts'

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
