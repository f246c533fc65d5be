import type { Database } from '../db/database.ts'
import { arxivIdIn } from '../model/arxiv-id.ts'
import type { Paper } from '../model/paper.ts'
import type { Columns, SegmentHead } from '../model/search-index.ts'
import type { IndexReader } from './index-reader.ts'
import { evaluate, lookUpWords } from './query/evaluate.ts'
import { type PaperTest, readFilters } from './query/filters.ts'
import {
  type Filters,
  isNothing,
  parseQuery,
  type Query,
  type SortOrder,
} from './query/parse-query.ts'
import type { Allows, SegmentMatches } from './query/question.ts'
import { toWordGroups, type WordGroup } from './query/word-groups.ts'
import { holdsPhrases, isSequence } from './rank/phrases.ts'
import { rerank } from './rank/rerank.ts'
import { docsARecord } from './segment/columns.ts'
import { codeTerm } from './segment/document.ts'
import { unpackId } from './segment/packed-id.ts'

/** What a search brought. */
export interface Found {
  /** The best, in order. */
  papers: Paper[]
  /** How many match in all. */
  total: number
  /** There may be more: not every paper was read for the phrase. */
  isAtLeast: boolean
  /** No paper holds all the words: these hold most of them. */
  isRelaxed: boolean
}

export const nothingFound: Found = { papers: [], total: 0, isAtLeast: false, isRelaxed: false }

/** Papers whose text is read at a time, to put the best in order: as many as are drawn at once. */
const windowSize = 20
/** Papers whose text is read for a phrase before it is given up. */
const phraseReads = 2000

/**
 * Finds papers through the index, reading only the blocks that the words fall in. `today`
 * (`YYYY-MM-DD`) is what `in:week` is about; `limit` is how many papers are wanted. Rejects
 * with the signal's reason when that is aborted.
 */
export async function searchIndex(
  db: Database,
  heads: readonly SegmentHead[],
  reader: IndexReader,
  text: string,
  limit: number,
  today: string,
  signal?: AbortSignal,
): Promise<Found> {
  const pasted = arxivIdIn(text)
  if (pasted) {
    const papers = await reader.papers([pasted])
    return { ...nothingFound, papers, total: papers.length }
  }
  const query = parseQuery(text, today)
  if (isNothing(query)) return nothingFound
  const groups = toWordGroups(query.clauses)
  const isRanked = query.sort === 'relevance' && groups.some(({ isExcluded }) => !isExcluded)
  const [test, words, columns] = await Promise.all([
    readFilters(db, query.filters),
    lookUpWords(reader, heads, without(groups, query.filters), requiredTerms(query.filters)),
    readColumns(reader, heads, query, isRanked),
  ])
  signal?.throwIfAborted()
  const allows = test && allowsOf(test, columns)
  const matches = await evaluate(reader, heads, words, isRanked, allows)
  signal?.throwIfAborted()
  const { segments, total, isRelaxed, groups: understood } = matches
  const order = isRanked ? 'relevance' : query.sort
  const best = (count: number) => bestMatches(segments, columns, order, count)
  const inOrder = async (matches: readonly Match[]) => {
    const ids = await Promise.all(matches.map(({ head, doc }) => reader.idOf(head, doc)))
    const papers = await reader.papers(ids.map(unpackId))
    signal?.throwIfAborted()
    if (!isRanked) return papers
    const scores = new Map(matches.map(({ key }, i) => [unpackId(ids[i] as number), key]))
    return rerank(papers, scores, understood, Date.now())
  }
  if (!query.clauses.some(isSequence)) {
    // Whole lots, each in an order of its own: what is shown stays when more is asked for.
    const lots = inLots(best(Math.ceil(limit / windowSize) * windowSize))
    const papers = (await Promise.all(lots.map(inOrder))).flat()
    return { papers: papers.slice(0, limit), total, isAtLeast: false, isRelaxed }
  }
  const papers: Paper[] = []
  let readCount = 0
  for (const lot of inLots(best(phraseReads))) {
    if (papers.length >= limit) break
    readCount += lot.length
    const read = await inOrder(lot)
    papers.push(...read.filter((paper) => holdsPhrases(paper, query.clauses)))
  }
  return {
    papers: papers.slice(0, limit),
    total: papers.length,
    isAtLeast: readCount < total,
    isRelaxed: isRelaxed && papers.length > 0,
  }
}

/** A paper that matches, and what it is put in order by. */
interface Match {
  head: SegmentHead
  doc: number
  key: number
  /** Higher is newer, of papers with the same key. */
  newness: number
}

/** The columns of one segment that a search looks at: those it does not are left out. */
type SegmentColumns = ReadonlyMap<SegmentHead, Partial<Columns>>

/** The columns that a search looks at whole, segment by segment. */
async function readColumns(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { filters: { from, until, leastVotes, isSaved, isUnread, id, notes }, sort }: Query,
  isRanked: boolean,
): Promise<SegmentColumns> {
  const needsDays = from !== undefined || until !== undefined
  const needsVotes = sort === 'votes' || leastVotes !== undefined
  const needsIds = !isRanked || [isSaved, isUnread, id, notes].some((each) => each !== undefined)
  const entries = await Promise.all(
    heads.map(async (head) => {
      const [ids, days, votes] = await Promise.all([
        needsIds ? reader.column(head, 'ids') : undefined,
        needsDays ? reader.column(head, 'days') : undefined,
        needsVotes ? reader.column(head, 'votes') : undefined,
      ])
      return [head, { ids, days, votes }] as const
    }),
  )
  return new Map(entries)
}

function allowsOf(test: PaperTest, columns: SegmentColumns): Allows {
  return (head) => {
    const { ids, days, votes } = columns.get(head) ?? {}
    return (doc) => test.allows(ids?.[doc] ?? 0, days?.[doc] ?? 0, votes?.[doc] ?? 0)
  }
}

/**
 * The first matches in the order asked for, and the newer of equals: arXiv's ids rise with
 * time, and where they were not read, the first of a paper's record tells nearly as much.
 */
function bestMatches(
  segments: readonly SegmentMatches[],
  columns: SegmentColumns,
  sort: SortOrder,
  count: number,
): Match[] {
  const best: Match[] = []
  let least: Match | undefined
  for (const { head, docs, scores } of segments) {
    const { ids, votes } = columns.get(head) ?? {}
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      const newness = ids?.[doc] ?? (head.firstIds[Math.floor(doc / docsARecord.ids)] as number)
      const key =
        sort === 'new' ? newness : sort === 'votes' ? (votes?.[doc] ?? 0) : (scores[i] as number)
      if (least && (key < least.key || (key === least.key && newness < least.newness))) continue
      best.push({ head, doc, key, newness })
      // Cut back to what is wanted only now and then: cheaper than keeping order throughout.
      if (best.length < count * 2) continue
      best.sort(byKey).length = count
      least = best[count - 1]
    }
  }
  return best.sort(byKey).slice(0, count)
}

function byKey(a: Match, b: Match): number {
  return b.key - a.key || b.newness - a.newness || b.doc - a.doc
}

function inLots(matches: readonly Match[]): Match[][] {
  return Array.from({ length: Math.ceil(matches.length / windowSize) }, (_, n) =>
    matches.slice(n * windowSize, (n + 1) * windowSize),
  )
}

function requiredTerms({ hasCode }: Filters): string[] {
  return hasCode ? [codeTerm] : []
}

/** Leaves out what has code, where that is asked for, like any other word. */
function without(groups: readonly WordGroup[], { hasCode }: Filters): readonly WordGroup[] {
  if (hasCode !== false) return groups
  const flags = { fields: 0, isExcluded: true, isPrefix: false, isCommon: false }
  return [...groups, { word: codeTerm, joined: [], stem: '', ...flags }]
}
