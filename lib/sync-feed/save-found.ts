import type { Database } from '../db/database.ts'
import { libraryTables, savePaper } from '../db/saved.ts'
import type { FetchedPaper } from '../model/paper.ts'
import type { SavedFrom } from '../model/saved-paper.ts'
import { paperTables, storePaper } from './store-paper.ts'

/** Stores a paper that was found elsewhere and saves it, in one transaction. `now` in ms. */
export async function saveFound(
  db: Database,
  found: FetchedPaper,
  now: number,
  savedFrom: SavedFrom = 'paperboy',
): Promise<void> {
  await db.transaction('rw', [...libraryTables(db), ...paperTables(db)], async () => {
    await storePaper(db, found, now)
    await savePaper(db, found.id, now, savedFrom)
  })
}
