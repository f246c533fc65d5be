import type { ReadingStatus, SavedPaper } from '../model/saved-paper.ts'
import type { Stamp } from '../model/stamp.ts'
import { stampChange } from './clock.ts'
import type { Database } from './database.ts'

type Changes = Partial<Omit<SavedPaper, 'id' | 'stamps'>> & { stamps: SavedPaper['stamps'] }

/** Sets how far the reader has come with some papers; one that is there already stays. */
export async function setStatus(
  db: Database,
  ids: readonly string[],
  status: ReadingStatus,
): Promise<void> {
  await changeParts(db, ids, (saved, stamp) =>
    saved.status === status ? undefined : { status, stamps: { ...saved.stamps, status: stamp } },
  )
}

/** Gives some papers tags and takes others off, all of them clean (see `cleanTag`). */
export async function changeTags(
  db: Database,
  ids: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Promise<void> {
  await changeParts(db, ids, ({ tags, stamps }, stamp) => {
    const added = add.filter((tag) => !tags.includes(tag))
    const removed = remove.filter((tag) => tags.includes(tag))
    if (added.length + removed.length === 0) return undefined
    const changed = Object.fromEntries([...removed, ...added].map((tag) => [tag, stamp]))
    return {
      tags: [...tags.filter((tag) => !removed.includes(tag)), ...added],
      stamps: { ...stamps, tags: { ...stamps.tags, ...changed } },
    }
  })
}

/**
 * Writes the note of a paper, in Markdown; one of white space alone takes it away. False when the
 * paper is not saved (any more).
 */
export async function setNote(db: Database, id: string, text: string): Promise<boolean> {
  const note = text.trim() === '' ? undefined : text.trimEnd()
  return changeParts(db, [id], (saved, stamp) =>
    saved.note === note ? undefined : { note, stamps: { ...saved.stamps, note: stamp } },
  )
}

/**
 * Changes rows in one transaction, with one stamp; those that have no changes are not written.
 * An update, unlike a put, tells Dexie what a row was before: so pages are told of the indexes
 * that changed, and of no others. Resolves with whether there are any such rows.
 */
async function changeParts(
  db: Database,
  ids: readonly string[],
  changesOf: (saved: SavedPaper, stamp: Stamp) => Changes | undefined,
): Promise<boolean> {
  return db.transaction('rw', [db.saved, db.libraryState], async () => {
    const saved = (await db.saved.bulkGet([...ids])).filter((each) => each !== undefined)
    if (!saved.some((each) => changesOf(each, ''))) return saved.length > 0
    const stamp = await stampChange(db)
    const updates = saved.flatMap((each) => {
      const changes = changesOf(each, stamp)
      return changes ? [{ key: each.id, changes }] : []
    })
    await db.saved.bulkUpdate(updates)
    return true
  })
}
