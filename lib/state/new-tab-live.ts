import { batch, effect } from '@preact/signals'
import { PaperboyDatabase } from '../db/database.ts'
import { readLibraryState } from '../db/library-state.ts'
import { daysBetween, getListing } from '../db/listings.ts'
import { watchParts, watchQuery } from '../db/live.ts'
import { getPaper, isWhole } from '../db/papers.ts'
import { readSyncState } from '../db/sync-state.ts'
import { describeError } from '../errors.ts'
import { hasLeave, onLeave } from '../host-leave.ts'
import { readLocal, watchLocal, writeLocal } from '../local-store.ts'
import { wishesOf } from '../look.ts'
import { send } from '../messages.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { ListingRef } from '../model/listing.ts'
import { paceOf } from '../model/pace.ts'
import type { Paper } from '../model/paper.ts'
import type { Route } from '../model/route.ts'
import { look } from '../model/visit.ts'
import { createFinder } from '../search/finder.ts'
import { partsOfHits } from '../search/hits.ts'
import { warmUp } from '../search/warm-up.ts'
import { defaultArxiv, defaultEndpoint } from '../settings.ts'
import { dueDays, isDue, oldestDueDay } from '../sync-feed/policy.ts'
import { syncAfterChanges } from '../sync-library/alarm.ts'
import { type Cite, createCite } from './cite.ts'
import { shown } from './drawn.ts'
import { findPapers } from './find-papers.ts'
import { type LibraryCommands, libraryCommands } from './library-commands.ts'
import type { NewTab } from './new-tab.ts'
import { cardsOf, listingOf, type PageContent } from './page-content.ts'
import { connectPictures } from './pictures.ts'
import { readContent } from './read-content.ts'
import { isShelfRoute } from './read-shelf.ts'
import { limitOf } from './search.ts'
import { type SearchCommands, searchCommands } from './search-commands.ts'
import type { SendCommands } from './send-commands.ts'
import { connectShelf } from './shelf.ts'
import { isToCome } from './steps.ts'
import { toldOnce } from './told-once.ts'
import { watchShelf } from './watch-shelf.ts'
import { watchWelcome } from './welcome.ts'
import { fillInWhenOnline } from './when-online.ts'

/** What the reader can do on the new tab. */
export interface NewTabCommands extends LibraryCommands, SearchCommands {
  toggleAbstract(id: string): Promise<void>
  cite: Cite
  /** The best few papers for a text, for going to one of them. */
  findPapers(text: string, signal: AbortSignal): Promise<Paper[]>
  /** The reader is about to search, and has typed nothing yet. */
  expectSearch(): void
  /** Asks the feed again at the reader's wish. */
  refresh(): Promise<void>
  /** The reader looks at the tab again after it was hidden. */
  lookAgain(): void
  /** What papers are sent elsewhere with; fetched by those views alone that offer it. */
  openSending(): Promise<SendCommands>
}

/** Opens the database, keeps the model true from now on, and gives its commands. */
export function connectNewTab(tab: NewTab): NewTabCommands {
  const db = new PaperboyDatabase()
  syncAfterChanges(db)
  const finder = createFinder(db)
  const expectSearch = warmUp(db, finder)
  const fail = (error: unknown) => {
    tab.failure.value = describeError(error)
  }
  let fetchesUnderWay = 0
  let sending: Promise<SendCommands> | undefined

  // What is shown stays until the next is there. A change of the route ends the search under way.
  effect(() => {
    const route = tab.route.value
    const today = tab.today.value
    const limit = route.view === 'search' ? limitOf(tab.search, route.query) : 0
    const wishes = wishesOf(tab.appearance.value, tab.endpoint.value, tab.pace.value.isSaving)
    const read = (signal: AbortSignal) =>
      readContent(db, finder, route, today, { limit, signal }, wishes)
    const show = (content: PageContent) => {
      const before = tab.content.peek()
      tab.content.value =
        content.state === 'hits' && before.state === 'hits'
          ? { ...content, hits: toldOnce(before.hits, content.hits) }
          : content
    }
    if (isShelfRoute(route)) return watchShelf(db, finder, route, tab, fail)
    return route.view === 'search'
      ? watchParts(db, partsOfHits, read, show, fail)
      : watchQuery(read, show, fail)
  })
  effect(() => {
    if (tab.isPaletteOpen.value) expectSearch()
  })
  connectPictures(db, tab.pictures, () => cardsOf(tab.content.value), fail)
  tab.shelf.value = connectShelf(db, tab, fail)
  effect(() => {
    void tab.today.value
    fetchIfDue(tab.route.value).catch(fail)
  })
  watchQuery(
    () => readSyncState(db),
    (state) => {
      batch(() => {
        tab.sync.value = state
        // A tab may stay open and in sight while the day turns; a sync comes soon after.
        tab.today.value = feedDateAt(new Date())
      })
    },
    fail,
  )
  // Counting thousands takes a while: what is to be seen first comes first.
  void shown(tab).then(() =>
    watchQuery(
      () => db.saved.count(),
      (count) => {
        tab.savedCount.value = count
      },
      fail,
    ),
  )
  // Being offline is the usual reason for a back-off, and its end the reason to cut it short.
  addEventListener('online', () => {
    if (tab.sync.value.backOff) void fetch('user', [])
  })
  fillInWhenOnline(db, fail)
  seeToWeeklyFile().catch(fail)
  watchWelcome((step) => {
    tab.welcome.value = step
  })
  tab.isLive.value = true
  const readLeave = async () => {
    tab.mayAskArxiv.value = await hasLeave(tab.arxiv.value)
  }
  readLeave().catch(fail)
  onLeave(() => {
    readLeave()
      .then(() => fetchIfDue(tab.route.value))
      .catch(fail)
  })
  watchLocal('settings', (settings) => {
    tab.endpoint.value = settings?.endpoint ?? defaultEndpoint
    tab.arxiv.value = settings?.arxiv ?? defaultArxiv
    tab.pace.value = paceOf(settings)
    tab.parts.value = settings?.newTab ?? {}
  })

  return {
    ...libraryCommands(db, tab.released, fail),
    ...searchCommands(db, tab.search, fail),
    async toggleAbstract(id) {
      const open = new Map(tab.abstracts.value)
      const paper = open.delete(id) ? undefined : await getPaper(db, id).catch(fail)
      if (paper) open.set(id, paper.abstract)
      tab.abstracts.value = open
    },
    cite: createCite(db),
    findPapers: (text, signal) => findPapers(finder, text, signal),
    expectSearch,
    async refresh() {
      const ref = listingOf(tab.route.value)
      await fetch('user', ref ? [ref] : [])
    },
    lookAgain() {
      const now = Date.now()
      tab.today.value = feedDateAt(new Date(now))
      goOnWithVisit(now).catch(fail)
      fetchIfDue(tab.route.value).catch(fail)
    },
    openSending() {
      sending ??= import('./send-commands.ts').then(({ sendCommands }) =>
        sendCommands(db, tab.send),
      )
      return sending
    },
  }

  /** Other tabs were looked at meanwhile: it is their visit that goes on, or has ended. */
  async function goOnWithVisit(now: number): Promise<void> {
    const { visit: before = tab.visit.peek() } = await readLocal('visit')
    const visit = look(before, now)
    tab.visit.value = visit
    await writeLocal({ visit })
  }

  /** Wakes the background only when there is something to fetch. */
  async function fetchIfDue(route: Route): Promise<void> {
    const now = Date.now()
    const ref = listingOf(route)
    const pace = tab.pace.peek()
    const isListingDue =
      ref !== undefined &&
      !isToCome(route, tab.today.peek()) &&
      isDue(await getListing(db, ref), ref, now, tab.endpoint.peek(), pace)
    const days = await daysBetween(db, oldestDueDay(now), feedDateAt(new Date(now)))
    if (route.view === 'paper' && !(await isWhole(db, route.id))) await lookUp(route.id)
    else if (isListingDue || dueDays(days, now, tab.endpoint.peek(), pace).length > 0)
      await fetch('page', isListingDue ? [ref] : [])
  }

  /**
   * Done here because a browser lets no worker write into a folder that the reader chose; what
   * it takes is only loaded where there is one.
   */
  async function seeToWeeklyFile(): Promise<void> {
    if (!(await readLibraryState(db, 'weeklyFile'))) return
    const [{ writeWeekly }, { putFile }] = await Promise.all([
      import('../library/backup/weekly.ts'),
      import('./put-file.ts'),
    ])
    await writeWeekly(db, putFile)
  }

  async function fetch(reason: 'page' | 'user', wanted: ListingRef[]): Promise<void> {
    await whileFetching(() => send('sync', { reason, wanted }))
  }

  async function lookUp(id: string): Promise<void> {
    await whileFetching(() => send('fetchPaper', { id }))
  }

  async function whileFetching(work: () => Promise<unknown>): Promise<void> {
    fetchesUnderWay++
    batch(() => {
      tab.isFetching.value = true
      tab.failure.value = undefined
    })
    await work().catch(fail)
    fetchesUnderWay--
    tab.isFetching.value = fetchesUnderWay > 0
  }
}
