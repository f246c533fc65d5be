import type { Database } from '../../../lib/db/database.ts'
import type { Paper } from '../../../lib/model/paper.ts'
import { indexTables } from '../../../lib/search/store/tables.ts'
import { indexPapers } from '../../../lib/search/store/write-segment.ts'

/** Stores papers and indexes them in one transaction, as a sync does. */
export function storePapers(db: Database, papers: readonly Paper[]): Promise<void> {
  return db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
    await Promise.all([db.papers.bulkPut([...papers]), indexPapers(db, papers)])
  })
}
