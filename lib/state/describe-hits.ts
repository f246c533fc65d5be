import { formatDuration } from '../format-amount.ts'
import { plural, sentences, t } from '../i18n.ts'
import type { Hits } from '../search/hits.ts'

/** How many papers a search found, and how long it took, in a sentence. */
export function describeHits(
  hits: Pick<Hits, 'total' | 'isAtLeast' | 'isRelaxed' | 'tookMs'>,
): string {
  const { total, isAtLeast, isRelaxed, tookMs } = hits
  if (total === 0) return t('search.noPaper')
  const took = { time: formatDuration(tookMs) }
  if (!isRelaxed) return plural(isAtLeast ? 'search.foundAtLeast' : 'search.found', total, took)
  const withMost = isAtLeast ? 'search.withMostAtLeast' : 'search.withMost'
  return sentences(t('search.notAll'), plural(withMost, total, took))
}
