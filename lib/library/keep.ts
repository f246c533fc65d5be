import type { Database } from '../db/database.ts'
import { releasePapers, restorePapers } from '../db/released.ts'
import { publishFrontPage } from '../front-page/publish.ts'

/** Lets papers go at once. */
export async function release(db: Database, ids: readonly string[]): Promise<void> {
  await releasePapers(db, ids, Date.now())
  await publishFrontPage(db)
}

/** Puts papers of the bin back as they were. */
export async function restore(db: Database, ids: readonly string[]): Promise<void> {
  await restorePapers(db, ids)
  await publishFrontPage(db)
}
