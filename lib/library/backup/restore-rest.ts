import { noteStamp } from '../../db/clock.ts'
import type { Database } from '../../db/database.ts'
import { laterStamp } from '../../model/stamp.ts'
import type { BackupRest } from '../bring-in/imported-entry.ts'

/**
 * Puts a backup's bin and tombstones beside what is here, in the transaction that restores its
 * papers: what is kept stays, what lies in the bin already stays as it is. Returns how many
 * papers came into the bin.
 */
export async function restoreRest(db: Database, { bin, tombstones }: BackupRest): Promise<number> {
  const isSaved = new Set(await db.saved.toCollection().primaryKeys())
  const isInBin = new Set(await db.released.toCollection().primaryKeys())
  const missing = bin.filter(({ id }) => !isSaved.has(id) && !isInBin.has(id))
  await db.released.bulkPut(missing)
  const known = await db.tombstones.bulkGet(tombstones.map(({ id }) => id))
  const later = tombstones.filter(({ id, stamp }, i) => {
    const here = known[i]?.stamp
    return !isSaved.has(id) && here !== stamp && laterStamp(here, stamp) === stamp
  })
  await db.tombstones.bulkPut(later)
  const latest = later.reduce<string | undefined>(
    (last, { stamp }) => laterStamp(last, stamp),
    undefined,
  )
  if (latest !== undefined) await noteStamp(db, latest)
  return missing.length
}
