import { type Signal, signal } from '@preact/signals'
import type { PaperCard } from '../model/card.ts'
import { type FrontPage, frontPageFormat } from '../model/front-page.ts'
import type { Hit } from '../model/hit.ts'
import type { ReleasedPaper } from '../model/saved-paper.ts'

/** The model of the popup, made from `storage.local` alone like the new tab's. */
export interface Popup {
  query: Signal<string>
  /** Today's first five and the five saved last. */
  today: Signal<PaperCard[]>
  edition: Signal<string | undefined>
  lastSaved: Signal<PaperCard[]>
  /** What the query found; undefined while it is empty or not answered yet. */
  hits: Signal<
    | { query: string; cards: readonly (PaperCard | Hit)[]; total: number; isRelaxed?: boolean }
    | undefined
  >
  failure: Signal<string | undefined>
  released: Signal<readonly ReleasedPaper[]>
}

export const shownOfEach = 5

export function createPopup(frontPage: FrontPage | undefined): Popup {
  const known = frontPage?.format === frontPageFormat ? frontPage : undefined
  return {
    query: signal(''),
    today: signal(known?.cards.slice(0, shownOfEach) ?? []),
    edition: signal(known?.date),
    lastSaved: signal(known?.lastSaved ?? []),
    hits: signal(undefined),
    failure: signal(undefined),
    released: signal([]),
  }
}
