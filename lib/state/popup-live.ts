import { batch, effect } from '@preact/signals'
import { PaperboyDatabase } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { describeError } from '../errors.ts'
import { composeFrontPage } from '../front-page/compose.ts'
import { createFinder } from '../search/finder.ts'
import { findHits } from '../search/hits.ts'
import { hubQuery } from './hub-query.ts'
import { type LibraryCommands, libraryCommands } from './library-commands.ts'
import { type Popup, shownOfEach } from './popup.ts'
import { limitOf } from './search.ts'
import { type SearchCommands, searchCommands } from './search-commands.ts'

/** What the reader can do in the popup. */
export type PopupCommands = LibraryCommands & SearchCommands

/** Opens the database, keeps the model true from now on, and gives its commands. */
export function connectPopup(popup: Popup, db = new PaperboyDatabase()): PopupCommands {
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
  // A keystroke ends the search before it: an older answer never comes after a newer. What was
  // found stays on the page until then.
  effect(() => {
    const query = popup.query.value
    if (query.trim() === '') {
      popup.hits.value = undefined
      return
    }
    const limit = limitOf(popup.search, query)
    return watchQuery(
      (signal) => findHits(db, finder, query, limit, signal),
      (hits) =>
        batch(() => {
          popup.hits.value = hits
          popup.hubQuery.value = hubQuery(query)
          popup.failure.value = undefined
        }),
      fail,
    )
  })

  return { ...libraryCommands(db, popup.released, fail), ...searchCommands(db, popup.search, fail) }
}
