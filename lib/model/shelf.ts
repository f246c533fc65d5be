import type { PaperCard } from './card.ts'
import { isReadingStatus, type ReadingStatus, type SavedFrom } from './saved-paper.ts'
import { cleanTag } from './tags.ts'

/** What of the saved papers is shown, and in what order. What is absent is not asked for. */
export interface ShelfView {
  /** Papers that have all of these tags. */
  tags?: string[]
  status?: ReadingStatus
  /** Newest or most upvoted first; absent: last saved first. */
  sort?: ShelfSort
  /** Words to be found in them. */
  query?: string
}

export type ShelfSort = 'published' | 'votes'

/** A saved paper in a list, or one of the bin. */
export interface ShelfRow extends PaperCard {
  savedAt: number
  savedFrom?: SavedFrom
  status: ReadingStatus
  tags: string[]
  note?: string
  /** When it was let go (ms); only of what lies in the bin. */
  releasedAt?: number
}

/** A tag in use, and how many papers have it. */
export interface TagCount {
  tag: string
  count: number
}

/** Reads the part of a hash after `?`; what makes no sense is passed over. */
export function parseShelfView(search: string): ShelfView {
  const parameters = new URLSearchParams(search)
  const tags = [...new Set(parameters.getAll('tag').map(cleanTag))].filter(Boolean)
  const [status, sort, query] = ['status', 'sort', 'q'].map((name) => parameters.get(name))
  return {
    ...(tags.length > 0 && { tags }),
    ...(isReadingStatus(status) && { status }),
    ...((sort === 'published' || sort === 'votes') && { sort }),
    ...(query && { query }),
  }
}

/** The part of a hash after the path, with its `?`; '' for all that is saved, last saved first. */
export function formatShelfView({ tags = [], status, sort, query }: ShelfView): string {
  const parameters = new URLSearchParams()
  for (const tag of tags) parameters.append('tag', tag)
  for (const [name, value] of Object.entries({ status, sort, q: query })) {
    if (value) parameters.append(name, value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}

/** True when not all that is saved is asked for. */
export function isFiltered({ tags, status, query }: ShelfView): boolean {
  return Boolean(tags?.length || status || query?.trim())
}
