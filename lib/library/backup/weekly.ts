import type { Database } from '../../db/database.ts'
import { readLibraryState, writeLibraryState } from '../../db/library-state.ts'
import { describeError } from '../../errors.ts'
import type { WeeklyFile } from '../../model/backup.ts'
import { backupName, makeBackup } from './make-backup.ts'
import { pack } from './pack.ts'

const hourMs = 3_600_000
const weekMs = 7 * 24 * hourMs

/** Puts a file where the reader chose. Rejects with an Error for the reader. */
export type PutFile = (to: WeeklyFile['to'], name: string, file: Blob) => Promise<void>

/** True when the weekly file is to be seen to; one that failed is tried again every hour. */
export function isWeeklyDue(weekly: WeeklyFile | undefined, now: number): boolean {
  if (!weekly) return false
  const { checkedAt, failed } = weekly
  if (failed && failed.at <= now) return now - failed.at >= hourMs
  // A time that has not come yet is of a clock that has been put right since.
  return checkedAt === undefined || checkedAt > now || now - checkedAt >= weekMs
}

/**
 * Writes the weekly file when one is due, or at once when `isAsked`; none when the last one holds
 * all there is. What goes wrong is not thrown but kept, for the pages to tell.
 */
export async function writeWeekly(
  db: Database,
  put: PutFile,
  { now = Date.now(), isAsked = false } = {},
): Promise<void> {
  // Another tab that is at it does the same.
  await navigator.locks.request('paperboy-weekly', { ifAvailable: !isAsked }, async (lock) => {
    const weekly = lock ? await readLibraryState(db, 'weeklyFile') : undefined
    if (!weekly || !(isAsked || isWeeklyDue(weekly, now))) return
    const { failed: _failed, ...before } = weekly
    const after = await write(db, before, put, now, isAsked).catch((error: unknown) => ({
      ...before,
      failed: { problem: describeError(error), at: now },
    }))
    // The reader may have chosen another place in the meantime.
    await db.transaction('rw', db.libraryState, async () => {
      const current = await readLibraryState(db, 'weeklyFile')
      if (current && isSamePlace(current, weekly)) await writeLibraryState(db, 'weeklyFile', after)
    })
  })
}

async function write(
  db: Database,
  weekly: WeeklyFile,
  put: PutFile,
  now: number,
  isAsked: boolean,
): Promise<WeeklyFile> {
  const { file, checksum } = await makeBackup(db, now)
  if (checksum === weekly.checksum && !isAsked) return { ...weekly, checkedAt: now }
  const name = `${backupName(now)}.gz`
  const packed = await pack(file)
  await put(weekly.to, name, new Blob([packed], { type: 'application/gzip' }))
  return { to: weekly.to, checkedAt: now, writtenAt: now, name, checksum }
}

function isSamePlace(a: WeeklyFile, b: WeeklyFile): boolean {
  const nameOf = ({ to }: WeeklyFile) => (to.kind === 'folder' ? to.handle.name : '')
  return a.to.kind === b.to.kind && nameOf(a) === nameOf(b)
}
