import type { Signal } from '@preact/signals'
import { type Selection, selectTo, toggleSelected } from '@/lib/model/selection.ts'

/** Selects a paper of a list, or all from the last one to it. */
export function selectsAmong(selection: Signal<Selection>, ids: readonly string[]) {
  return (id: string, isRange: boolean): void => {
    const before = selection.value
    selection.value = isRange ? selectTo(before, ids, id) : toggleSelected(before, id)
  }
}
