import { type PaperCard, toCard } from '../model/card.ts'
import type { Paper } from '../model/paper.ts'
import type { SavedPaper } from '../model/saved-paper.ts'
import type { Database } from './database.ts'

/** Keeps a paper with its own copy of the record; one that is kept already stays as it was. */
export async function savePaper(db: Database, id: string, savedAt: number): Promise<void> {
  await db.transaction('rw', db.saved, db.papers, async () => {
    if (await db.saved.get(id)) return
    const record: Paper | undefined = await db.papers.get(id)
    if (!record) throw new Error(`Paper ${id} is not stored here, so it cannot be saved.`)
    await db.saved.add({ id, savedAt, record })
  })
}

/** Lets a paper go and gives back what was kept, so that it can be undone. */
export async function unsavePaper(db: Database, id: string): Promise<SavedPaper | undefined> {
  return db.transaction('rw', db.saved, async () => {
    const saved = await db.saved.get(id)
    await db.saved.delete(id)
    return saved
  })
}

/** Puts back what {@link unsavePaper} gave. */
export async function restoreSaved(db: Database, saved: SavedPaper): Promise<void> {
  await db.saved.put(saved)
}

/** The cards of what is kept, last saved first. */
export async function savedCards(
  db: Database,
  limit = Number.POSITIVE_INFINITY,
): Promise<PaperCard[]> {
  const saved = await db.saved.orderBy('savedAt').reverse().limit(limit).toArray()
  const reads = await db.reads.bulkGet(saved.map(({ id }) => id))
  return saved.map(({ record, savedAt }, i) =>
    toCard(record, { savedAt, isRead: reads[i] !== undefined }),
  )
}
