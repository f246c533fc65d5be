import type { ListingRef } from './listing.ts'

/** What became of one listing in a sync. */
export interface ListingOutcome {
  ref: ListingRef
  /** `kept`: the answer was worse than what is stored, which stands. */
  result: 'stored' | 'kept' | 'failed'
  papers: number
  /** Papers never seen before. */
  added: number
  /** Records that could not be read, each with the reason. */
  dropped: { id?: string; index: number; reason: string }[]
  /** Why it was kept or failed, in the reader's words. */
  problem?: string
}

/** What a sync did; the last one is kept and shown. */
export interface SyncReport {
  endpoint: string
  /** ms */
  startedAt: number
  endedAt: number
  outcomes: ListingOutcome[]
  /** Set when nothing was asked because the endpoint is left alone until then (ms). */
  waiting?: { until: number; reason: string }
}

/** Every record of a sync that could not be read. */
export function droppedOf(report: SyncReport): { ref: ListingRef; id?: string; reason: string }[] {
  return report.outcomes.flatMap(({ ref, dropped }) =>
    dropped.map((record) => ({ ref, ...record })),
  )
}
