import type { Columns, SegmentHead } from '../model/search-index.ts'
import type { IndexReader } from './index-reader.ts'
import { daysOf, type PaperTest } from './query/filters.ts'
import type { Query } from './query/parse-query.ts'
import type { Allows } from './query/question.ts'

/** The columns of one segment that a search looks at: those it does not are left out. */
export type SegmentColumns = ReadonlyMap<SegmentHead, Partial<Columns>>

/** The columns that a search looks at, segment by segment. */
export async function readColumns(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { filters, sort }: Query,
  isRanked: boolean,
): Promise<SegmentColumns> {
  const { leastVotes, isSaved, isUnread, id, notes } = filters
  const span = daysOf(filters)
  const needsVotes = sort === 'votes' || leastVotes !== undefined
  const needsIds = !isRanked || [isSaved, isUnread, id, notes].some((each) => each !== undefined)
  const entries = await Promise.all(
    heads.map(async (head) => {
      const [ids, days, votes] = await Promise.all([
        needsIds ? reader.ids(head) : undefined,
        span && reader.days(head, span),
        needsVotes ? reader.votes(head) : undefined,
      ])
      return [head, { ids, days, votes }] as const
    }),
  )
  return new Map(entries)
}

/** One closure over one column where one is enough: it is called for thousands of papers. */
export function allowsOf(
  { days: range, leastVotes, allowsId }: PaperTest,
  columns: SegmentColumns,
): Allows {
  return (head) => {
    const { ids, days, votes } = columns.get(head) ?? {}
    const tests: ((doc: number) => boolean)[] = []
    if (range && days) {
      const [first, last] = range
      tests.push((doc) => (days[doc] as number) >= first && (days[doc] as number) <= last)
    }
    if (leastVotes !== undefined && votes) {
      tests.push((doc) => (votes[doc] as number) >= leastVotes)
    }
    if (allowsId && ids) tests.push((doc) => allowsId(ids[doc] as number))
    const [only, ...more] = tests
    if (only && more.length === 0) return only
    return (doc) => tests.every((test) => test(doc))
  }
}
