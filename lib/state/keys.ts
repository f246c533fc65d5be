/** What a key does on the new tab. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'save'
  | 'abstract'
  | 'cite'
  | 'search'
  | 'earlier'
  | 'later'
  | 'select'
  | 'selectTo'
  | 'status'
  | 'tag'
  | 'note'
  | 'delete'
  | 'undo'
  | 'help'

/** The one table of keys: the handler and the sheet are both made from it. */
export const keyTable: readonly { keys: readonly string[]; action: KeyAction; label: string }[] = [
  { keys: ['j'], action: 'next', label: 'Next paper' },
  { keys: ['k'], action: 'previous', label: 'Previous paper' },
  { keys: ['o', 'Enter'], action: 'open', label: 'Open the paper' },
  { keys: ['s'], action: 'save', label: 'Save the paper, or let it go' },
  { keys: ['a'], action: 'abstract', label: 'Show or hide the abstract' },
  { keys: ['c'], action: 'cite', label: 'Cite the paper' },
  { keys: ['/'], action: 'search', label: 'Search' },
  { keys: ['h'], action: 'earlier', label: 'Earlier day, week or month' },
  { keys: ['l'], action: 'later', label: 'Later day, week or month' },
  { keys: ['x'], action: 'select', label: 'Select a saved paper' },
  { keys: ['X'], action: 'selectTo', label: 'Select all up to it' },
  { keys: ['e'], action: 'status', label: 'Next status: to read, reading, read' },
  { keys: ['t'], action: 'tag', label: 'Tag it' },
  { keys: ['n'], action: 'note', label: 'Write a note on it' },
  { keys: ['Delete'], action: 'delete', label: 'Delete what is selected' },
  { keys: ['u'], action: 'undo', label: 'Undo' },
  { keys: ['?'], action: 'help', label: 'These keys' },
]

/**
 * The action of a key press; undefined for one that belongs to the browser or to a field,
 * a button or a link that has the focus.
 */
export function actionOfKey(event: KeyboardEvent): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  const target = event.target as Element | null
  if (target?.closest('input, textarea, select, dialog, [contenteditable], [role=menu]'))
    return undefined
  // A key held down goes on moving, but does not save and unsave.
  if (event.repeat && event.key !== 'j' && event.key !== 'k') return undefined
  if (event.key === 'Enter' && target?.closest('a, button, summary')) return undefined
  return keyTable.find(({ keys }) => keys.includes(event.key))?.action
}
