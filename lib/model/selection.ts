/** What is selected in a list, and where a range begins. */
export interface Selection {
  ids: ReadonlySet<string>
  /** The one that was selected, or let go, last. */
  anchor?: string
}

export const nothingSelected: Selection = { ids: new Set() }

/** Selects one more, or no longer. */
export function toggleSelected({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Selects all of `list` from the anchor to `id`; what was selected before stays. */
export function selectTo(selection: Selection, list: readonly string[], id: string): Selection {
  const from = selection.anchor === undefined ? -1 : list.indexOf(selection.anchor)
  const to = list.indexOf(id)
  if (from < 0 || to < 0) return toggleSelected(selection, id)
  const range = list.slice(Math.min(from, to), Math.max(from, to) + 1)
  // The anchor stays, so that a second range begins where the first did.
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor }
}

export function selectAll(list: readonly string[]): Selection {
  return { ids: new Set(list), anchor: list[0] }
}

/** What of it is in a list: nothing is selected that is not shown. */
export function keepSelected(selection: Selection, list: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection
  const kept = new Set(list.filter((id) => selection.ids.has(id)))
  return kept.size === selection.ids.size ? selection : { ...selection, ids: kept }
}
