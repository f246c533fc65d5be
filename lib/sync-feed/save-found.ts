import type { Database } from '../db/database.ts'
import { savePaper } from '../db/saved.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { paperTables, storePaper } from './store-paper.ts'

/** Stores a paper that Hugging Face found and saves it, in one transaction. `now` in ms. */
export async function saveFound(db: Database, found: FetchedPaper, now: number): Promise<void> {
  await db.transaction('rw', [db.saved, ...paperTables(db)], async () => {
    await storePaper(db, found, now)
    await savePaper(db, found.id, now)
  })
}
