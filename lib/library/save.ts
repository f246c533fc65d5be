import type { Database } from '../db/database.ts'
import { markRead } from '../db/reads.ts'
import { restoreSaved, savePaper, unsavePaper } from '../db/saved.ts'
import { publishFrontPage } from '../front-page/publish.ts'
import type { SavedPaper } from '../model/saved-paper.ts'

/** Saves a paper, or lets it go; what was let go comes back so that it can be undone. */
export async function setSaved(
  db: Database,
  id: string,
  isSaved: boolean,
): Promise<SavedPaper | undefined> {
  let released: SavedPaper | undefined
  if (isSaved) await savePaper(db, id, Date.now())
  else released = await unsavePaper(db, id)
  await publishFrontPage(db)
  return released
}

/** Puts a paper that was let go back as it was. */
export async function undoUnsave(db: Database, saved: SavedPaper): Promise<void> {
  await restoreSaved(db, saved)
  await publishFrontPage(db)
}

/** Remembers that a paper was opened. */
export async function openPaper(db: Database, id: string): Promise<void> {
  await markRead(db, id, Date.now())
  await publishFrontPage(db)
}
