/** A row of the sheet of keys. */
export interface KeyRow {
  keys: readonly string[]
  label: string
}

/** The keys of the search box and of what it finds, wherever that is. */
export const searchKeys: readonly KeyRow[] = [
  { keys: ['→'], label: 'Complete an operator' },
  { keys: ['Ctrl Enter'], label: 'Search all of Hugging Face' },
]
