import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import {
  nothingSelected,
  type Selection,
  selectAll,
  selectTo,
  toggleSelected,
} from '@/lib/model/selection.ts'

/** Selects a paper of a list, or all from the last one to it. */
export function selectsAmong(selection: Signal<Selection>, ids: readonly string[]) {
  return (id: string, isRange: boolean): void => {
    const before = selection.value
    selection.value = isRange ? selectTo(before, ids, id) : toggleSelected(before, id)
  }
}

/**
 * Escape, wherever the focus is, selects nothing; the keys that are returned, for the list, are
 * Ctrl+A (⌘A), which selects all of it.
 */
export function useListKeys(selection: Signal<Selection>, ids: readonly string[]) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isField(event.target)) return
      selection.value = nothingSelected
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (event: KeyboardEvent): void => {
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey)
    if (!isAll || event.altKey || event.shiftKey || isField(event.target)) return
    event.preventDefault()
    selection.value = selectAll(ids)
  }
}

/** True of what has keys of its own: Escape closes an open menu and leaves what is selected. */
function isField(target: EventTarget | null): boolean {
  const inside = 'input:not([type=checkbox]), textarea, select, dialog, [popover]'
  return target instanceof Element && target.closest(inside) !== null
}
