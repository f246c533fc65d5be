import type { Database } from '../db/database.ts'
import { writeLocal } from '../local-store.ts'
import { rowsInPopup } from '../model/front-page.ts'
import { composeFrontPage } from './compose.ts'

/**
 * Writes the front page for the next new tab to paint. To be called after every change
 * it shows: a sync, a save, a paper opened. The lock keeps an older copy, composed in
 * another page, from being written over a newer one. A copy that cannot be written is
 * no reason to fail: it is only the beginning of what the database will show anyway.
 */
export function publishFrontPage(db: Database): Promise<void> {
  return navigator.locks.request('paperboy-front-page', async () => {
    const frontPage = await composeFrontPage(db, new Date())
    const { cards, lastSaved } = frontPage
    const [stamp, popup] = await Promise.all([
      digestOf(frontPage),
      digestOf([cards.slice(0, rowsInPopup), lastSaved]),
    ])
    const published = { stamp, popup }
    await writeLocal({ frontPage, published }).catch((error: unknown) => {
      console.error('Paperboy could not write the front page ahead:', error)
    })
  })
}

/** Another one for whatever is written differently: what was drawn of the same stays true. */
async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...digest)).slice(0, 16)
}
