import { formatPapers } from '../format.ts'
import type { Hits } from '../search/hits.ts'

/** How many papers a search found, and how long it took, in a sentence. */
export function describeHits(
  hits: Pick<Hits, 'total' | 'isAtLeast' | 'isRelaxed' | 'tookMs'>,
): string {
  const { total, isAtLeast, isRelaxed, tookMs } = hits
  if (total === 0) return 'No paper found.'
  const count = `${isAtLeast ? 'At least ' : ''}${formatPapers(total)}`
  const time =
    tookMs < 1000 ? `${Math.max(1, Math.round(tookMs))} ms` : `${(tookMs / 1000).toFixed(1)} s`
  return isRelaxed
    ? `No paper holds all of these words. ${count} with most of them, in ${time}.`
    : `${count} found in ${time}.`
}
