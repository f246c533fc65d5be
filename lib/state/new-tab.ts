import { type Signal, signal } from '@preact/signals'
import type { WelcomeStep } from '../local-store.ts'
import { type Appearance, defaultAppearance } from '../model/appearance.ts'
import { type FeedDate, feedDateAt } from '../model/feed-date.ts'
import { type FrontPage, frontPageFormat } from '../model/front-page.ts'
import type { NewTabParts } from '../model/new-tab-parts.ts'
import { type Pace, paceOf } from '../model/pace.ts'
import { parseRoute, type Route } from '../model/route.ts'
import type { Release } from '../model/saved-paper.ts'
import type { SyncState } from '../model/sync-state.ts'
import type { Visit } from '../model/visit.ts'
import { defaultArxiv, defaultEndpoint, type Settings } from '../settings.ts'
import type { PageContent } from './page-content.ts'
import { createSearch, type Search } from './search.ts'
import type { SendView } from './send-view.ts'
import type { Shelf } from './shelf.ts'

/**
 * The model of the new tab. It is made from `storage.local` alone, so that the first
 * paint needs no database; `connectNewTab` then keeps it true.
 */
export interface NewTab {
  route: Signal<Route>
  /** The feed's date, which turns while a tab stays open. */
  today: Signal<FeedDate>
  visit: Signal<Visit>
  content: Signal<PageContent>
  savedCount: Signal<number>
  endpoint: Signal<string>
  /** How the pages look; `choose` of appearance.ts changes it. */
  appearance: Signal<Appearance>
  /** Where arXiv's API is. */
  arxiv: Signal<string>
  /** How often the feed is asked. */
  pace: Signal<Pace>
  /** What is shown besides the papers, or instead. */
  parts: Signal<NewTabParts>
  /** The reader wanted to see the papers in spite of a calm page. */
  isUnfolded: Signal<boolean>
  /** The database is open: what waits for after the first paint may be shown. */
  isLive: Signal<boolean>
  /** How far the reader is with the first steps; undefined until that is known, and for most. */
  welcome: Signal<WelcomeStep | undefined>
  /** It may be asked; undefined until that is known. */
  mayAskArxiv: Signal<boolean | undefined>
  /** What the last sync left: its report, and trouble with the endpoint. */
  sync: Signal<Partial<SyncState>>
  /** A fetch that this page asked for is under way. */
  isFetching: Signal<boolean>
  /** What went wrong on this page itself, in the reader's words. */
  failure: Signal<string | undefined>
  /** Abstracts that are open, by paper id. */
  abstracts: Signal<ReadonlyMap<string, string>>
  /** Pictures of papers that have been read, by id, as addresses. */
  pictures: Signal<ReadonlyMap<string, string>>
  /** What was let go last, while it can still be put back. */
  released: Signal<Release | undefined>
  isHelpOpen: Signal<boolean>
  isPaletteOpen: Signal<boolean>
  /** The paper of a list that is being cited, by id. */
  citing: Signal<string | undefined>
  search: Search
  /** The saved papers and the bin; undefined until the database is open. */
  shelf: Signal<Shelf | undefined>
  /** What is being sent elsewhere, or was. */
  send: Signal<SendView>
}

export function createNewTab(initial: {
  hash: string
  now: Date
  visit: Visit
  frontPage?: FrontPage
  endpoint?: string
  arxiv?: string
  appearance?: Signal<Appearance>
  settings?: Settings
}): NewTab {
  const route = parseRoute(initial.hash)
  const frontPage = initial.frontPage?.format === frontPageFormat ? initial.frontPage : undefined
  return {
    route: signal(route),
    today: signal(feedDateAt(initial.now)),
    visit: signal(initial.visit),
    content: signal(firstContent(route, frontPage)),
    savedCount: signal(frontPage?.savedCount ?? 0),
    endpoint: signal(initial.endpoint ?? defaultEndpoint),
    appearance: initial.appearance ?? signal(defaultAppearance),
    arxiv: signal(initial.arxiv ?? defaultArxiv),
    pace: signal(paceOf(initial.settings)),
    parts: signal(initial.settings?.newTab ?? {}),
    isUnfolded: signal(false),
    isLive: signal(false),
    welcome: signal(undefined),
    mayAskArxiv: signal(undefined),
    sync: signal({}),
    isFetching: signal(false),
    failure: signal(undefined),
    abstracts: signal(new Map()),
    pictures: signal(new Map()),
    released: signal(undefined),
    isHelpOpen: signal(false),
    isPaletteOpen: signal(false),
    citing: signal(undefined),
    search: createSearch(),
    shelf: signal(undefined),
    send: signal({ ids: [] }),
  }
}

function firstContent(route: Route, frontPage: FrontPage | undefined): PageContent {
  const isAtHand = route.view === 'today' && frontPage?.date !== undefined
  if (!isAtHand) return { route, state: 'loading' }
  const { cards, total, date, fetchedAt } = frontPage
  return { route, state: 'papers', cards, total, edition: date, fetchedAt }
}
