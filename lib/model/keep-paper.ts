import type { FetchedPaper } from './paper.ts'
import type { SavedFrom } from './saved-paper.ts'

/** A paper to be saved of which no more may be known than its id. */
export interface PaperToKeep {
  id: string
  /** What the link or the tab calls it. */
  title?: string
  /** What its page says of it, of another site than arXiv. */
  record?: FetchedPaper
  savedFrom: SavedFrom
}

/** What became of it; `savedAt` in ms. */
export interface KeepOutcome {
  result: 'saved' | 'already' | 'pending'
  /** It waits for its page to be opened: nobody can be asked for more. */
  isOfSite?: true
  savedAt: number
  title: string
}
