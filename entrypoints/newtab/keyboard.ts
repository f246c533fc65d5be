import { keepFocus } from '@/components/keep-focus.ts'
import { keepRovingFocus } from '@/components/roving-focus.ts'
import { chordOf, writesText } from '@/lib/model/keys.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { holdPlaces } from './hold-places.ts'
import { type KeyPage, keyTable, type PageKey } from './keys/key-table.ts'
import { forgetPosition, hasPapers, moveFocus, watchPointerFocus } from './keys/move-focus.ts'
import { escapeSearch, typeIntoSearch } from './keys/search-box.ts'
import { leaveSearch } from './search-typing.ts'

/**
 * Lets the keys of the table work anywhere on the page, and every letter that is none of them
 * begin a search. The focus, and what is read, stay where they are as papers come, go and unfold.
 * Returns how to stop.
 */
export function listenToKeys(tab: NewTab, live: Promise<NewTabCommands>): () => void {
  const page = { tab, live }
  const forget = tab.route.subscribe(forgetPosition)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const box = event.target
    if (box instanceof HTMLInputElement && box.type === 'search') {
      const isDown = chordOf(event) === 'ArrowDown' && hasPapers()
      if (isDown || event.key === 'Escape') {
        event.preventDefault()
        if (isDown) moveFocus(1)
        else escapeSearch(box, () => leaveSearch(tab))
        return
      }
    }
    const row = keyOf(event, page)
    if (row) {
      event.preventDefault()
      // A key held down goes on moving, but does not save and unsave.
      if (!event.repeat || row.isHeld) row.run(page)
    } else if (writesText(event) && !hasOwnKeys(event.target)) typeIntoSearch()
  }
  addEventListener('keydown', onKeyDown)
  const stops = [
    keepRovingFocus(),
    keepFocus(),
    holdPlaces(tab),
    watchPointerFocus(),
    forget,
    () => removeEventListener('keydown', onKeyDown),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * The row of a key press; undefined for one that belongs to the browser, or to the field, button
 * or link that has the focus, and for one that has nothing to act on.
 */
export function keyOf(
  event: KeyboardEvent,
  page: KeyPage,
  table: readonly PageKey[] = keyTable,
): PageKey | undefined {
  const chord = chordOf(event)
  const row = table.find(({ keys }) => chord !== undefined && keys.includes(chord))
  if (!row || (!row.isEverywhere && hasOwnKeys(event.target))) return undefined
  const target = event.target as Element | null
  if (chord === 'Enter' && target?.closest('a, button, summary')) return undefined
  return row.can(page) ? row : undefined
}

/** True of what letters are written into, or what they choose from. */
function hasOwnKeys(target: EventTarget | null): boolean {
  const fields =
    'input:not([type=checkbox]), textarea, select, dialog, [popover], [contenteditable], [role=menu]'
  return (target as Element | null)?.closest?.(fields) != null
}
