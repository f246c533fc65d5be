import type { Database } from '../db/database.ts'
import { markRead } from '../db/reads.ts'
import { releasePapers, restoreLastReleased } from '../db/released.ts'
import { savePaper } from '../db/saved.ts'
import { publishFrontPage } from '../front-page/publish.ts'

/** How long the key puts back what was let go (ms); after that it lies in the bin. */
export const undoForMs = 10 * 60_000

/** How long it is offered on every page (ms): longer, and the offer is in the way of the next tab. */
export const offerUndoForMs = 30_000

/** Saves a paper, or lets it go. */
export async function setSaved(db: Database, id: string, isSaved: boolean): Promise<void> {
  if (isSaved) await savePaper(db, id, Date.now())
  else await releasePapers(db, [id], Date.now())
  await publishFrontPage(db)
}

/** Puts all that was let go last back as it was, if that is not long ago. */
export async function undoRelease(db: Database): Promise<void> {
  await restoreLastReleased(db, Date.now() - undoForMs)
  await publishFrontPage(db)
}

/** Remembers that a paper was opened. */
export async function openPaper(db: Database, id: string): Promise<void> {
  await markRead(db, id, Date.now())
  await publishFrontPage(db)
}
