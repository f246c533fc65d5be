import type { Database } from '../db/database.ts'
import { isArxivId } from '../model/arxiv-id.ts'
import type { Paper } from '../model/paper.ts'
import { indexTables } from '../search/store/tables.ts'
import { indexPapers } from '../search/store/write-segment.ts'

/** Papers a transaction: a few hundred keep a page from waiting long for its turn. */
const lot = 500

/**
 * Stores papers that came from another machine and are saved here, and puts them into the search
 * index. What is stored already stays: the feed knows better.
 */
export async function storeRecords(db: Database, records: Iterable<Paper>): Promise<void> {
  const papers = [...records].filter(({ id }) => isArxivId(id))
  for (let at = 0; at < papers.length; at += lot) {
    const some = papers.slice(at, at + lot)
    const ids = some.map(({ id }) => id)
    await db.transaction('rw', [db.papers, db.saved, ...indexTables(db)], async () => {
      const [stored, saved] = await Promise.all([db.papers.bulkGet(ids), db.saved.bulkGet(ids)])
      const fresh = some.filter((_, i) => !stored[i] && saved[i])
      await db.papers.bulkAdd(fresh)
      await indexPapers(db, fresh)
    })
  }
}
