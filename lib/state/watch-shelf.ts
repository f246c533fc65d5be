import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchParts } from '../db/live.ts'
import type { Finder } from '../search/finder.ts'
import { drawn } from './drawn.ts'
import type { PageContent } from './page-content.ts'
import { partsOfShelf, readFirstOfShelf, readShelf, type ShelfRoute } from './read-shelf.ts'

/**
 * Keeps the content of a page at the saved papers, or the bin. Where no list of them is shown
 * yet, the first rows are drawn before the thousands behind them are read. The returned function
 * ends it.
 */
export function watchShelf(
  db: Database,
  finder: Finder,
  route: ShelfRoute,
  page: { content: Signal<PageContent>; savedCount: Signal<number> },
  fail: (error: unknown) => void,
): () => void {
  const abort = new AbortController()
  let stop = () => {}
  const show = (content: PageContent) => {
    page.content.value = content
  }
  const start = async () => {
    if (page.content.peek().state !== 'shelf') {
      const first = await readFirstOfShelf(db, route, page.savedCount.peek())
      if (abort.signal.aborted) return
      if (first) {
        show(first)
        await drawn()
      }
    }
    if (abort.signal.aborted) return
    const read = (signal: AbortSignal) => readShelf(db, finder, route, signal)
    stop = watchParts(db, partsOfShelf(route), read, show, fail)
  }
  start().catch(fail)
  return () => {
    abort.abort()
    stop()
  }
}
