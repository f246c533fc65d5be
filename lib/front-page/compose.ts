import type { Database } from '../db/database.ts'
import { latestEdition } from '../db/listings.ts'
import { editionCards } from '../db/papers.ts'
import { savedCards } from '../db/saved.ts'
import { readWishes } from '../look.ts'
import { feedDateAt } from '../model/feed-date.ts'
import { type FrontPage, frontPageFormat } from '../model/front-page.ts'

const cardsAtFirstPaint = 30
const lastSavedShown = 5

/** Reads the front page of the newest edition from the database. */
export async function composeFrontPage(db: Database, now: Date): Promise<FrontPage> {
  const [edition, lastSaved, savedCount, wishes] = await Promise.all([
    latestEdition(db, feedDateAt(now)),
    savedCards(db, lastSavedShown),
    db.saved.count(),
    readWishes(),
  ])
  const ids = edition?.ids ?? []
  return {
    format: frontPageFormat,
    date: edition?.key,
    fetchedAt: edition?.fetchedAt,
    total: ids.length,
    cards: await editionCards(db, ids.slice(0, cardsAtFirstPaint), wishes),
    lastSaved,
    savedCount,
  }
}
