import { batch, effect } from '@preact/signals'
import { PaperboyDatabase } from '../db/database.ts'
import { watchParts, watchQuery } from '../db/live.ts'
import { describeError } from '../errors.ts'
import { composeFrontPage } from '../front-page/compose.ts'
import { hasLeave, onLeave } from '../host-leave.ts'
import { feedDateAt } from '../model/feed-date.ts'
import { rowsInPopup } from '../model/front-page.ts'
import { createFinder } from '../search/finder.ts'
import { findHits, partsOfHits } from '../search/hits.ts'
import { isNothing, parseQuery } from '../search/query/parse-query.ts'
import { warmUp } from '../search/warm-up.ts'
import { defaultArxiv } from '../settings.ts'
import { syncAfterChanges } from '../sync-library/alarm.ts'
import { hubQuery } from './hub-query.ts'
import { type LibraryCommands, libraryCommands } from './library-commands.ts'
import type { OpenPage } from './open-page.ts'
import { type PageCommands, pageCommands } from './page-paper.ts'
import type { Popup } from './popup.ts'
import { limitOf } from './search.ts'
import { type SearchCommands, searchCommands } from './search-commands.ts'
import { toldOnce } from './told-once.ts'
import { fillInWhenOnline } from './when-online.ts'

/** What the reader can do in the popup. */
export type PopupCommands = LibraryCommands & SearchCommands & PageCommands

/** Where a popup was opened. */
interface PopupSurroundings {
  /** The paper's page it was opened on, if that is one. */
  page?: OpenPage
  /** Where arXiv's API is. */
  arxiv?: string
  db?: PaperboyDatabase
}

/** Opens the database, keeps the model true from now on, and gives its commands. */
export function connectPopup(
  popup: Popup,
  { page, arxiv = defaultArxiv, db = new PaperboyDatabase() }: PopupSurroundings = {},
): PopupCommands {
  syncAfterChanges(db)
  const finder = createFinder(db)
  const expectSearch = warmUp(db, finder)
  const fail = (error: unknown) => {
    popup.failure.value = describeError(error)
  }

  watchQuery(
    () => composeFrontPage(db, new Date()),
    ({ cards, lastSaved, date }) =>
      batch(() => {
        popup.today.value = cards.slice(0, rowsInPopup)
        popup.edition.value = date
        popup.lastSaved.value = lastSaved
        // Few come for anything else, and none of them has typed yet.
        if (popup.query.peek() === '') expectSearch()
      }),
    fail,
  )
  // A keystroke ends the search before it: an older answer never comes after a newer. What was
  // found stays on the page until then.
  effect(() => {
    const query = popup.query.value
    // An operator may wait for its value.
    if (isNothing(parseQuery(query, feedDateAt(new Date())))) {
      popup.hits.value = undefined
      return
    }
    const limit = limitOf(popup.search, query)
    return watchParts(
      db,
      partsOfHits,
      (signal) => findHits(db, finder, query, limit, signal),
      (hits) =>
        batch(() => {
          popup.hits.value = toldOnce(popup.hits.peek(), hits)
          popup.hubQuery.value = hubQuery(query)
          popup.failure.value = undefined
        }),
      fail,
    )
  })

  const ofThePage = pageCommands(db, finder, page, popup.page, fail)
  const readLeave = async () => {
    popup.mayAskArxiv.value = await hasLeave(arxiv)
  }
  if (page) readLeave().catch(fail)
  onLeave(() => {
    readLeave().catch(fail)
    const { value } = popup.page
    // What was asked for by its title is asked for where it could not be.
    if (value?.state === 'unknown' && value.lookUp?.state === 'missing')
      void ofThePage.lookUpTitle()
  })
  fillInWhenOnline(db, fail)

  return {
    ...libraryCommands(db, popup.released, fail),
    ...searchCommands(db, popup.search, fail),
    ...ofThePage,
  }
}
