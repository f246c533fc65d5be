import type { SavedFrom } from './saved-paper.ts'

/** A paper to be saved of which no more may be known than its id. */
export interface PaperToKeep {
  id: string
  /** What the link or the tab calls it. */
  title?: string
  savedFrom: SavedFrom
}

/** What became of it; `savedAt` in ms. */
export interface KeepOutcome {
  result: 'saved' | 'already' | 'pending'
  savedAt: number
  title: string
}
