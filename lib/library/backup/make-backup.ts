import type { Database } from '../../db/database.ts'
import { inLots } from '../../db/in-lots.ts'
import { readLocal } from '../../local-store.ts'
import { type BackedUpSettings, type Library, writeBackup } from './format.ts'

/** A backup as it is now. */
export interface MadeBackup {
  madeAt: number
  checksum: string
  saved: number
  bin: number
  /** JSON, in UTF-8. */
  file: Blob
}

/** Reads all that is the reader's, at one instant, and writes it as a backup; `now` in ms. */
export async function makeBackup(db: Database, now = Date.now()): Promise<MadeBackup> {
  const library = await readLibrary(db)
  const { pieces, checksum } = await writeBackup(library, now)
  return {
    madeAt: now,
    checksum,
    saved: library.saved.length,
    bin: library.bin.length,
    file: new Blob(pieces, { type: 'application/json' }),
  }
}

async function readLibrary(db: Database): Promise<Library> {
  const settings = await readSettings()
  return db.transaction('r', [db.saved, db.released, db.tombstones], async () => ({
    settings,
    saved: await inLots(db.saved),
    bin: await inLots(db.released),
    tombstones: await inLots(db.tombstones),
  }))
}

async function readSettings(): Promise<BackedUpSettings> {
  const { settings } = await readLocal('settings')
  return settings ? { endpoint: settings.endpoint } : {}
}

/** `paperboy-backup-2026-11-25.json`, by the reader's own calendar. */
export function backupName(madeAt: number): string {
  const date = new Date(madeAt)
  const digits = (value: number) => String(value).padStart(2, '0')
  return `paperboy-backup-${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}.json`
}
