import { isPaperId } from '../model/is-paper-id.ts'
import type { KeepOutcome, PaperToKeep } from '../model/keep-paper.ts'
import { type FetchedPaper, mergePaper, type Paper } from '../model/paper.ts'
import { isSiteId } from '../model/paper-id.ts'
import { placeholderRecord } from '../model/placeholder.ts'
import type { SavedPaper } from '../model/saved-paper.ts'
import { stampChange } from './clock.ts'
import type { Database } from './database.ts'
import { libraryTables, savePaper } from './saved.ts'

/**
 * Saves a paper by its id. One that is not stored is kept with what is known of it, and waits to
 * be looked up, or, where it is of another site than arXiv, for its page to be opened; with what
 * that page says it is whole. One that is saved already stays as it was. `now` in ms.
 */
export async function keepPaper(
  db: Database,
  { id, title, record: said, savedFrom }: PaperToKeep,
  now: number,
): Promise<KeepOutcome> {
  if (!isPaperId(id)) throw new TypeError(`${id} is not the id of a paper that can be kept.`)
  return db.transaction('rw', [db.papers, ...libraryTables(db)], async () => {
    const before = await db.saved.get(id)
    if (before && said) await completeFrom(db, said, now)
    if (before) return { result: 'already', savedAt: before.savedAt, title: before.record.title }
    // One in the bin comes back with what the reader wrote.
    const stored = (await db.papers.get(id)) ?? (await db.released.get(id))?.record
    if (stored) {
      await savePaper(db, id, now, savedFrom)
      if (said) await completeFrom(db, said, now)
      return { result: 'saved', savedAt: now, title: stored.title }
    }
    const record = said ? mergePaper(undefined, said, now) : placeholderRecord(id, now, title)
    const stamps = { saved: await stampChange(db) }
    const kept = {
      id,
      savedAt: now,
      savedFrom,
      record,
      stamps,
      ...(!said && { pendingSince: now }),
    }
    await db.saved.add({ ...kept, status: 'to-read', tags: [] })
    await db.tombstones.delete(id)
    const outcome = { savedAt: now, title: record.title }
    if (said) return { result: 'saved', ...outcome }
    return { result: 'pending', ...outcome, ...(isSiteId(id) && { isOfSite: true }) }
  })
}

/**
 * Gives a saved paper that waits the record that its own page told of, and one of another site than
 * arXiv what its record lacks: it may have been read before the page was there in full. In a
 * transaction over `saved`, or in one of its own. `now` in ms.
 */
export async function completeFrom(db: Database, said: FetchedPaper, now: number): Promise<void> {
  await db.transaction('rw', db.saved, async () => {
    const saved = await db.saved.get(said.id)
    if (!saved || (saved.pendingSince === undefined && !tellsMore(said, saved.record))) return
    const { pendingSince, triedAt: _tried, ...kept } = saved
    const before = pendingSince === undefined ? saved.record : undefined
    await db.saved.put({ ...kept, record: mergePaper(before, said, now) })
  })
}

function tellsMore(said: FetchedPaper, { id, abstract, authorCount }: Paper): boolean {
  if (!isSiteId(id)) return false
  return (abstract === '' && said.abstract !== '') || (authorCount === 0 && said.authorCount > 0)
}

/** The saved papers that wait for their record, the one that waits longest first. */
export function pendingPapers(db: Database): Promise<SavedPaper[]> {
  return db.saved.orderBy('pendingSince').toArray()
}

/**
 * Gives a saved paper that waits its record, now that it is stored; what the reader wrote stays.
 * In a transaction over `papers` and `saved`, or in one of its own. False when there is none.
 */
export function completeSaved(db: Database, id: string): Promise<boolean> {
  return db.transaction('rw', [db.papers, db.saved], async () => {
    const [saved, record] = await Promise.all([db.saved.get(id), db.papers.get(id)])
    if (saved?.pendingSince === undefined || !record) return false
    const { pendingSince: _since, triedAt: _tried, ...kept } = saved
    await db.saved.put({ ...kept, record })
    return true
  })
}

/** Notes that papers were looked up in vain at a time (ms). */
export function noteTries(db: Database, ids: readonly string[], triedAt: number): Promise<unknown> {
  return db.saved
    .where('id')
    .anyOf([...ids])
    .and(({ pendingSince }) => pendingSince !== undefined)
    .modify({ triedAt })
}
