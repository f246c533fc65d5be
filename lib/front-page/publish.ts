import type { Database } from '../db/database.ts'
import { writeLocal } from '../local-store.ts'
import { composeFrontPage } from './compose.ts'

/**
 * Writes the front page for the next new tab to paint. To be called after every change
 * it shows: a sync, a save, a paper opened. The lock keeps an older copy, composed in
 * another page, from being written over a newer one.
 */
export function publishFrontPage(db: Database): Promise<void> {
  return navigator.locks.request('paperboy-front-page', async () => {
    await writeLocal({ frontPage: await composeFrontPage(db, new Date()) })
  })
}
