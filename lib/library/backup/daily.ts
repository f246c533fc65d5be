import type { Database } from '../../db/database.ts'
import { readLibraryState, writeLibraryState } from '../../db/library-state.ts'
import { t } from '../../i18n.ts'
import type { Backup } from '../../model/backup.ts'
import { makeBackup } from './make-backup.ts'
import { pack } from './pack.ts'

const dayMs = 86_400_000
const copiesKept = 7

/**
 * Takes a copy of the library when a day has passed since it was last looked through, and there
 * is something in it that the last copy does not hold. `isDue` takes one in any case, unless that
 * holds it all. Returns the newest copy there is now.
 */
export function backUpDaily(
  db: Database,
  { now = Date.now(), isDue = false }: { now?: number; isDue?: boolean } = {},
): Promise<Backup | undefined> {
  return navigator.locks.request('paperboy-backup', async () => {
    const newest = await db.backups.orderBy('madeAt').last()
    const { checkedAt } = (await readLibraryState(db, 'dailyBackup')) ?? {}
    // A time that has not come yet is of a clock that has been put right since.
    const isFresh = checkedAt !== undefined && checkedAt <= now && now - checkedAt < dayMs
    if (isFresh && !isDue) return newest
    const { file, ...made } = await makeBackup(db, Math.max(now, (newest?.madeAt ?? 0) + 1))
    // The first is taken as soon as there is something to keep, not a day after the install.
    if (!newest && made.saved + made.bin === 0) return undefined
    const backup =
      made.checksum !== newest?.checksum
        ? await keep(db, { ...made, bytes: new Uint8Array(await (await pack(file)).arrayBuffer()) })
        : newest
    await writeLibraryState(db, 'dailyBackup', { checkedAt: now })
    return backup
  })
}

async function keep(
  db: Database,
  { bytes, ...made }: Omit<Backup, 'byteLength'> & { bytes: Uint8Array<ArrayBuffer> },
): Promise<Backup> {
  const backup = { ...made, byteLength: bytes.length }
  await db.transaction('rw', [db.backups, db.backupBytes], async () => {
    await db.backups.put(backup)
    await db.backupBytes.put({ madeAt: backup.madeAt, bytes })
    const old = await db.backups.orderBy('madeAt').reverse().offset(copiesKept).primaryKeys()
    await db.backups.bulkDelete(old)
    await db.backupBytes.bulkDelete(old)
  })
  return backup
}

/** The daily copies, the newest first. */
export function dailyBackups(db: Database): Promise<Backup[]> {
  return db.backups.orderBy('madeAt').reverse().toArray()
}

/** The file of a daily copy. Throws an Error for the reader when it is gone. */
export async function dailyFile(db: Database, madeAt: number): Promise<Blob> {
  const row = await db.backupBytes.get(madeAt)
  if (!row) throw new Error(t('backup.gone'))
  return new Blob([row.bytes], { type: 'application/gzip' })
}
