import { t } from '../i18n.ts'
import { type PaperCard, readersPart, toCard } from '../model/card.ts'
import type { Paper } from '../model/paper.ts'
import { nameOfId } from '../model/paper-id.ts'
import type { ReleasedPaper, SavedFrom, SavedPaper } from '../model/saved-paper.ts'
import { stampChange } from './clock.ts'
import type { Database } from './database.ts'

/** The tables a transaction that changes what is saved has to include. */
export function libraryTables(db: Database) {
  return [db.saved, db.released, db.tombstones, db.libraryState] as const
}

/**
 * Keeps a paper with its own copy of the record; one that is kept already stays as it was. One
 * that lies in the bin comes back with its status, tags and note. `savedAt` in ms.
 */
export async function savePaper(
  db: Database,
  id: string,
  savedAt: number,
  savedFrom: SavedFrom = 'paperboy',
): Promise<void> {
  await db.transaction('rw', [db.papers, ...libraryTables(db)], async () => {
    if (await db.saved.get(id)) return
    const before = await db.released.get(id)
    const record: Paper | undefined = (await db.papers.get(id)) ?? before?.record
    if (!record) throw new Error(t('save.notStored', { paper: nameOfId(id) }))
    const parts = before ? withoutRelease(before) : { status: 'to-read' as const, tags: [] }
    const stamps = { ...before?.stamps, saved: await stampChange(db) }
    await db.saved.add({ ...parts, id, savedAt, savedFrom, record, stamps })
    await db.tombstones.delete(id)
    if (before) await db.released.delete(id)
  })
}

/** The paper that was let go, as it was while it was kept. */
export function withoutRelease({ releasedAt: _, ...saved }: ReleasedPaper): SavedPaper {
  return saved
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
