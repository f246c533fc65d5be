import type { SegmentHead } from '../model/search-index.ts'
import type { SortOrder } from './query/parse-query.ts'
import type { SegmentMatches } from './query/question.ts'
import type { SegmentColumns } from './read-columns.ts'
import { docsAFirstId } from './segment/columns.ts'

/** A paper that matches, and what it is put in order by. */
export interface Match {
  head: SegmentHead
  doc: number
  key: number
  /** Higher is newer, of papers with the same key. */
  newness: number
}

/**
 * The first matches in the order asked for, and the newer of equals: arXiv's ids rise with
 * time, and where they were not read, those that the head has tell nearly as much.
 */
export function bestMatches(
  segments: readonly SegmentMatches[],
  columns: SegmentColumns,
  sort: SortOrder,
  count: number,
): Match[] {
  const best: Match[] = []
  let least: Match | undefined
  /** The score that a match must have, where it is what decides. */
  let leastScore = 0
  for (const { head, docs, scores } of segments) {
    const { ids, votes } = columns.get(head) ?? {}
    for (let i = 0; i < docs.length; i++) {
      // Of thousands, nearly all end here.
      if ((scores[i] as number) < leastScore) continue
      const doc = docs[i] as number
      const newness = ids?.[doc] ?? (head.firstIds[Math.floor(doc / docsAFirstId)] as number)
      const key =
        sort === 'new' ? newness : sort === 'votes' ? (votes?.[doc] ?? 0) : (scores[i] as number)
      if (least && (key < least.key || (key === least.key && newness < least.newness))) continue
      best.push({ head, doc, key, newness })
      // Cut back to what is wanted only now and then: cheaper than keeping order throughout.
      if (best.length < count * 2) continue
      best.sort(byKey).length = count
      least = best[count - 1] as Match
      if (sort === 'relevance') leastScore = least.key
    }
  }
  return best.sort(byKey).slice(0, count)
}

function byKey(a: Match, b: Match): number {
  return b.key - a.key || b.newness - a.newness || b.doc - a.doc
}
