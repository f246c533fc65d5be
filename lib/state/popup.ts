import { type Signal, signal } from '@preact/signals'
import type { PaperCard } from '../model/card.ts'
import { type FrontPage, frontPageFormat, rowsInPopup } from '../model/front-page.ts'
import type { PagePaper } from '../model/page-paper.ts'
import type { Release } from '../model/saved-paper.ts'
import type { Hits } from '../search/hits.ts'
import { createSearch, type Search } from './search.ts'

/** The model of the popup, made from `storage.local` alone like the new tab's. */
export interface Popup {
  query: Signal<string>
  /** Today's first five and the five saved last. */
  today: Signal<PaperCard[]>
  edition: Signal<string | undefined>
  lastSaved: Signal<PaperCard[]>
  /**
   * What the last answered query found, which is not always the one in the box; undefined
   * while that is empty.
   */
  hits: Signal<Hits | undefined>
  /** The paper of the page it was opened on, if that is one. */
  page: Signal<PagePaper | undefined>
  /** arXiv may be asked; undefined until that is known. */
  mayAskArxiv: Signal<boolean | undefined>
  /** ms */
  openedAt: number
  /** What of the answered query Hugging Face can be asked. */
  hubQuery: Signal<string>
  search: Search
  failure: Signal<string | undefined>
  released: Signal<Release | undefined>
  isHelpOpen: Signal<boolean>
}

export function createPopup(frontPage: FrontPage | undefined, page?: PagePaper): Popup {
  const known = frontPage?.format === frontPageFormat ? frontPage : undefined
  return {
    query: signal(''),
    today: signal(known?.cards.slice(0, rowsInPopup) ?? []),
    edition: signal(known?.date),
    lastSaved: signal(known?.lastSaved ?? []),
    hits: signal(undefined),
    page: signal(page),
    mayAskArxiv: signal(undefined),
    openedAt: Date.now(),
    hubQuery: signal(''),
    search: createSearch(),
    failure: signal(undefined),
    released: signal(undefined),
    isHelpOpen: signal(false),
  }
}
