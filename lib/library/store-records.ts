import type { Database } from '../db/database.ts'
import { isArxivId } from '../model/arxiv-id.ts'
import type { Paper } from '../model/paper.ts'
import type { SavedPaper } from '../model/saved-paper.ts'
import { indexTables } from '../search/store/tables.ts'
import { indexPapers } from '../search/store/write-segment.ts'

/** Papers a transaction: a few hundred keep a page from waiting long for its turn. */
const lot = 500

/**
 * Stores papers that are saved here, and came from another machine or are stored no longer, and
 * puts them into the search index. What is stored already stays: the feed knows better.
 */
export async function storeRecords(db: Database, records: Iterable<Paper>): Promise<void> {
  // Those of other sites than arXiv are searched where they are saved.
  const papers = [...records].filter(({ id }) => isArxivId(id))
  for (let at = 0; at < papers.length; at += lot) {
    const some = papers.slice(at, at + lot)
    const ids = some.map(({ id }) => id)
    await db.transaction('rw', [db.papers, db.saved, ...indexTables(db)], async () => {
      const [stored, saved] = await Promise.all([db.papers.bulkGet(ids), db.saved.bulkGet(ids)])
      const fresh = some.filter((_, i) => !stored[i] && saved[i])
      await Promise.all([db.papers.bulkAdd(fresh), indexPapers(db, fresh)])
    })
  }
}

/** Stores the saved papers anew of which nothing but their own copies is left, so that they are found. */
export async function storeLost(db: Database): Promise<void> {
  const saved = await db.saved.toCollection().primaryKeys()
  for (let at = 0; at < saved.length; at += lot) {
    const ids = saved.slice(at, at + lot)
    const stored = new Set(await db.papers.where('id').anyOf(ids).primaryKeys())
    const lost = await db.saved.bulkGet(ids.filter((id) => !stored.has(id)))
    const whole = lost.filter((each) => each !== undefined && each.pendingSince === undefined)
    await storeRecords(
      db,
      whole.map((each) => (each as SavedPaper).record),
    )
  }
}
