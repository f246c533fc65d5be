import { effect, type Signal, signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { getPaper, toCards } from '../db/papers.ts'
import { describeError } from '../errors.ts'
import { openPaper, setSaved } from '../library/save.ts'
import { send } from '../messages.ts'
import { type FetchedPaper, mergePaper } from '../model/paper.ts'
import { type Hits, toHits } from '../search/hits.ts'
import { hubQuery } from './hub-query.ts'
import { hitsAtOnce, limitOf, type Search } from './search.ts'

/** What a reader can do with what was found. */
export interface SearchCommands {
  /** Draws as many hits again as at first. */
  showMore(hits: Hits): void
  /** Sends a query's words to Hugging Face; only ever at the reader's wish. */
  askHub(query: string): Promise<void>
  /** Saves a paper that Hugging Face found, and stores it with that; or lets it go. */
  setSavedFromHub(id: string, isSaved: boolean): Promise<void>
  /** Remembers that it was opened, if it is stored here. */
  openFromHub(id: string): Promise<void>
}

/** What Hugging Face found: on this page, and nowhere else. */
interface FromHub {
  query: string
  papers: FetchedPaper[]
  dropped: number
}

export function searchCommands(
  db: Database,
  search: Search,
  fail: (error: unknown) => void,
): SearchCommands {
  const fromHub: Signal<FromHub | undefined> = signal(undefined)
  // A paper that is saved here, or was before, says so, and follows what is saved on any page.
  effect(() => {
    const found = fromHub.value
    if (!found) return
    const { query, dropped } = found
    const papers = found.papers.map((paper) => mergePaper(undefined, paper, Date.now()))
    return watchQuery(
      async () => toHits(await toCards(db, papers), papers, query, false),
      (cards) => {
        search.hub.value = { query, state: 'answered', cards, dropped }
      },
      fail,
    )
  })

  return {
    showMore({ query, cards, hasMore }) {
      const limit = limitOf(search, query)
      // Until what was asked for is there, nothing more is.
      if (!hasMore || cards.length < limit) return
      search.wanted.value = { query, limit: limit + hitsAtOnce }
    },
    async askHub(query) {
      const words = hubQuery(query)
      const before = search.hub.value
      if (!words || (before?.state === 'asking' && before.query === query)) return
      const asking = { query, state: 'asking' } as const
      fromHub.value = undefined
      search.hub.value = asking
      const answer = await send('searchHub', { words }).catch((error: unknown) => ({
        problem: describeError(error),
      }))
      // Another query was asked for in the meantime.
      if (search.hub.value !== asking) return
      if ('problem' in answer) search.hub.value = { query, state: 'failed', ...answer }
      else fromHub.value = { query, ...answer }
    },
    async setSavedFromHub(id, isSaved) {
      const paper = fromHub.value?.papers.find((each) => each.id === id)
      if (!isSaved) await setSaved(db, id, false).catch(fail)
      else if (paper) await send('saveFound', { paper }).catch(fail)
    },
    async openFromHub(id) {
      if (await getPaper(db, id).catch(fail)) await openPaper(db, id).catch(fail)
    },
  }
}
