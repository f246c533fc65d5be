import { batch } from '@preact/signals'
import type { SavedPaper } from '@/lib/model/saved-paper.ts'
import { isFiltered } from '@/lib/model/shelf.ts'
import { toShelfRow } from '@/lib/model/shelf-row.ts'
import { drawn } from '@/lib/state/drawn.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { shelfToCome } from '@/lib/state/shelf-to-come.ts'

/**
 * Shows the saved papers that public/first-rows.js has read, if there is nothing to show yet, and
 * waits until they are on the screen: what comes next keeps the page busy.
 */
export async function showFirstSaved(
  tab: NewTab,
  read: readonly { saved: SavedPaper; read: unknown }[],
): Promise<void> {
  const route = tab.route.peek()
  const isAskedFor = route.view === 'saved' && !route.sort && !isFiltered(route)
  if (read.length === 0 || !isAskedFor || tab.content.peek().state !== 'loading') return
  const first = read.map(({ saved, read }) => toShelfRow(saved, read))
  const ids = first.map(({ id }) => id)
  const total = Math.max(tab.savedCount.peek(), ids.length)
  batch(() => {
    tab.shelf.value ??= shelfToCome(first, tab.shelf)
    tab.content.value = { route, state: 'shelf', ids, total, isRelaxed: false, first }
  })
  await drawn()
}
