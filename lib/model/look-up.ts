import type { FetchedPaper } from './paper.ts'
import type { SavedPaper } from './saved-paper.ts'

/** Whom papers can be looked up with. */
export interface Sources {
  /** Hugging Face, or the reader's mirror of it. */
  endpoint: string
  /** The base of arXiv's API; absent as long as the reader has not allowed to ask it. */
  arxiv?: string
}

/** What became of looking a paper up. `unasked`: Hugging Face lacks it, arXiv may not be asked. */
export type LookUp = 'stored' | 'unknown' | 'unasked'

/** What became of looking for a paper by its title, or why nothing did. */
export type TitleAnswer =
  | { paper: FetchedPaper }
  | { missing: 'unknown' | 'unasked' }
  | { problem: string }

/** What became of the saved papers that waited. */
export interface FillReport {
  filled: number
  waiting: number
  /** Why some still do, in the reader's words. */
  problem?: string
}

const firstWaitMs = 25 * 60_000
const longestWaitMs = 7 * 86_400_000

/**
 * True when a saved paper that waits is to be looked up at `now` (ms): at once, and once nobody
 * had it, after as long again as it has waited by then, up to a week.
 */
export function isLookUpDue({ pendingSince, triedAt }: SavedPaper, now: number): boolean {
  if (pendingSince === undefined) return false
  // A time that has not come yet is of a clock that has been put right since.
  if (triedAt === undefined || triedAt > now) return true
  const wait = Math.min(Math.max(triedAt - pendingSince, firstWaitMs), longestWaitMs)
  return now - triedAt >= wait
}
