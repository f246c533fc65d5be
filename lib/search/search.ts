import type { Database } from '../db/database.ts'
import type { Paper } from '../model/paper.ts'
import { arxivIdIn } from '../model/read-arxiv-id.ts'
import type { SegmentHead } from '../model/search-index.ts'
import { bestMatches, type Match } from './best-matches.ts'
import type { IndexReader } from './index-reader.ts'
import { type OwnText, ownAlternatives, ownPhrases } from './own-text.ts'
import { evaluate, lookUpWords } from './query/evaluate.ts'
import { readFilters } from './query/filters.ts'
import { type Filters, isNothing, parseQuery, type Query } from './query/parse-query.ts'
import { toWordGroups, type WordGroup } from './query/word-groups.ts'
import { holdsPhrases, isSequence } from './rank/phrases.ts'
import { rerank } from './rank/rerank.ts'
import { allowsOf, readColumns } from './read-columns.ts'
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

/** What a search reads from, and what ends it. */
export interface Sources {
  db: Database
  heads: readonly SegmentHead[]
  reader: IndexReader
  own: OwnText
  signal?: AbortSignal
}

/**
 * Finds papers through the index, reading only the blocks that the words fall in. `today`
 * (`YYYY-MM-DD`) is what `in:week` is about; `limit` is how many papers are wanted. Rejects
 * with the signal's reason when that is aborted.
 */
export async function searchIndex(
  sources: Sources,
  text: string,
  limit: number,
  today: string,
): Promise<Found> {
  const { reader, signal } = sources
  const pasted = arxivIdIn(text)
  if (pasted) {
    const papers = await reader.papers([pasted])
    return { ...nothingFound, papers, total: papers.length }
  }
  const query = parseQuery(text, today)
  if (isNothing(query)) return nothingFound
  const isRanked = query.sort === 'relevance' && query.clauses.some((each) => !each.isExcluded)
  const { matches, columns, phrases } = await matchQuery(sources, query, isRanked)
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
    papers.push(...read.filter((paper) => holdsPhrases(paper, query.clauses, phrases)))
  }
  return {
    papers: papers.slice(0, limit),
    total: papers.length,
    isAtLeast: readCount < total,
    isRelaxed: isRelaxed && papers.length > 0,
  }
}

/** The ids of all saved papers that a text is found in, in no order. */
export async function searchSaved(
  sources: Sources,
  text: string,
  today: string,
): Promise<{ ids: string[]; isRelaxed: boolean }> {
  const pasted = arxivIdIn(text)
  if (pasted) return { ids: [pasted], isRelaxed: false }
  const query = parseQuery(text, today)
  query.filters.isSaved ??= true
  const { matches, columns, phrases } = await matchQuery(sources, query, false)
  const { segments, total, isRelaxed } = matches
  const all = bestMatches(segments, columns, 'new', total)
  const ids = await Promise.all(all.map(({ head, doc }) => sources.reader.idOf(head, doc)))
  if (!query.clauses.some(isSequence)) return { ids: ids.map(unpackId), isRelaxed }
  const papers = await sources.reader.papers(ids.slice(0, phraseReads).map(unpackId))
  const holding = papers.filter((paper) => holdsPhrases(paper, query.clauses, phrases))
  return { ids: holding.map(({ id }) => id), isRelaxed }
}

/** The papers that hold the words of a query and pass its filters, and what they are ordered by. */
async function matchQuery(
  { db, heads, reader, own, signal }: Sources,
  query: Query,
  isRanked: boolean,
) {
  const isSavedOnly = query.filters.isSaved === true
  const groups = toWordGroups(query.clauses)
  const [test, words, columns, phrases] = await Promise.all([
    readFilters(db, own, query.filters),
    lookUpWords(
      ...([reader, heads, without(groups, query.filters)] as const),
      requiredTerms(query.filters),
      ownAlternatives(own, reader, heads, isSavedOnly),
    ),
    readColumns(reader, heads, query, isRanked),
    ownPhrases(own, query.clauses, isSavedOnly),
  ])
  signal?.throwIfAborted()
  const allows = test && allowsOf(test, columns)
  const matches = await evaluate(reader, heads, words, isRanked, allows)
  signal?.throwIfAborted()
  return { matches, columns, phrases }
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
  const flags = { fields: 0, isExcluded: true, isPrefix: false, isCommon: false, isVersion: false }
  return [...groups, { word: codeTerm, joined: [], spelling: '', stem: '', ...flags }]
}
