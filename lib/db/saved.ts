import { type PaperCard, readersPart, toCard } from '../model/card.ts'
import type { Paper } from '../model/paper.ts'
import type { ReleasedPaper, SavedFrom } from '../model/saved-paper.ts'
import { stampChange } from './clock.ts'
import type { Database } from './database.ts'

/** The tables a transaction that changes what is saved has to include. */
export function libraryTables(db: Database) {
  return [db.saved, db.released, db.tombstones, db.libraryState] as const
}

/**
 * Keeps a paper with its own copy of the record; one that is kept already stays as it was.
 * `savedAt` in ms.
 */
export async function savePaper(
  db: Database,
  id: string,
  savedAt: number,
  savedFrom: SavedFrom = 'paperboy',
): Promise<void> {
  await db.transaction('rw', [db.papers, ...libraryTables(db)], async () => {
    if (await db.saved.get(id)) return
    const record: Paper | undefined = await db.papers.get(id)
    if (!record) throw new Error(`Paper ${id} is not stored here, so it cannot be saved.`)
    const stamps = { saved: await stampChange(db) }
    await db.saved.add({ id, savedAt, savedFrom, record, status: 'to-read', tags: [], stamps })
    await db.tombstones.delete(id)
  })
}

/** Lets a paper go; its copy stays for a while, so that it can be put back from any page. */
export async function unsavePaper(db: Database, id: string, releasedAt: number): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const saved = await db.saved.get(id)
    if (!saved) return
    await db.released.put({ ...saved, releasedAt })
    await db.tombstones.put({ id, stamp: await stampChange(db) })
    await db.saved.delete(id)
    await db.released
      .where('releasedAt')
      .below(releasedAt - keepReleasedMs)
      .delete()
  })
}

const keepReleasedMs = 30 * 86_400_000

/** The papers let go since a time (ms), the last one last. */
export function releasedSince(db: Database, since: number): Promise<ReleasedPaper[]> {
  return db.released.where('releasedAt').above(since).sortBy('releasedAt')
}

/** Puts the paper let go last back as it was. */
export async function restoreLastReleased(db: Database, since: number): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const last = (await releasedSince(db, since)).at(-1)
    if (!last) return
    const { releasedAt: _releasedAt, ...saved } = last
    // Saved again in the meantime, it is kept as it is now.
    if (!(await db.saved.get(saved.id))) {
      await db.saved.add({ ...saved, stamps: { ...saved.stamps, saved: await stampChange(db) } })
      await db.tombstones.delete(saved.id)
    }
    await db.released.delete(saved.id)
  })
}

/** The cards of what is kept, last saved first. */
export async function savedCards(
  db: Database,
  limit = Number.POSITIVE_INFINITY,
): Promise<PaperCard[]> {
  const saved = await db.saved.orderBy('savedAt').reverse().limit(limit).toArray()
  const reads = await db.reads.bulkGet(saved.map(({ id }) => id))
  return saved.map((each, i) => toCard(each.record, readersPart(each, reads[i])))
}
