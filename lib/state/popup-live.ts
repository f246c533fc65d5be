import { batch, effect } from '@preact/signals'
import { PaperboyDatabase } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { describeError } from '../errors.ts'
import { composeFrontPage } from '../front-page/compose.ts'
import { createFinder } from '../search/finder.ts'
import { findHits } from '../search/hits.ts'
import { type LibraryCommands, libraryCommands } from './library-commands.ts'
import { type Popup, shownOfEach } from './popup.ts'

/** Hits drawn; the count is of all of them. */
const hitsShown = 50

/** Opens the database, keeps the model true from now on, and gives its commands. */
export function connectPopup(popup: Popup): LibraryCommands {
  const db = new PaperboyDatabase()
  const finder = createFinder(db)
  const fail = (error: unknown) => {
    popup.failure.value = describeError(error)
  }

  watchQuery(
    () => composeFrontPage(db, new Date()),
    ({ cards, lastSaved, date }) =>
      batch(() => {
        popup.today.value = cards.slice(0, shownOfEach)
        popup.edition.value = date
        popup.lastSaved.value = lastSaved
      }),
    fail,
  )
  // The effect's end stops the query before it: an older answer never comes after a newer.
  effect(() => {
    const query = popup.query.value
    if (query.trim() === '') {
      popup.hits.value = undefined
      return
    }
    return watchQuery(
      async () => ({ query, ...(await findHits(db, finder, query, hitsShown)) }),
      (hits) => {
        popup.hits.value = hits
      },
      fail,
    )
  })

  return libraryCommands(db, popup.released, fail)
}
