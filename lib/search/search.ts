import type { Database } from '../db/database.ts'
import { papersByIds } from '../db/papers.ts'
import { arxivIdIn } from '../model/arxiv-id.ts'
import { addDays } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import type { SegmentHead } from '../model/search-index.ts'
import type { IndexReader, IndexStore } from './index-reader.ts'
import { evaluate, type Matches } from './query/evaluate.ts'
import {
  type Filters,
  isNothing,
  parseQuery,
  type Query,
  type SortOrder,
} from './query/parse-query.ts'
import { toWordGroups, type WordGroup } from './query/word-groups.ts'
import { holdsPhrases } from './rank/phrases.ts'
import { rerank } from './rank/rerank.ts'
import { codeTerm } from './segment/document.ts'
import { docsAChunk } from './segment/segment.ts'

/** What a search brought. */
export interface Found {
  /** The best, in order. */
  papers: Paper[]
  /** How many match in all. */
  total: number
  /** No paper holds all the words: these hold most of them. */
  isRelaxed: boolean
}

/** Papers whose text is read to put the best of them in order. */
const reranked = 40
/** Papers whose text is read for a phrase before it is given up. */
const phraseReads = 600

/**
 * Finds papers through the index, reading only the blocks that the words fall in. `today`
 * (`YYYY-MM-DD`) is what `in:week` is about; `limit` is how many papers are wanted.
 */
export async function searchIndex(
  db: Database,
  store: IndexStore,
  reader: IndexReader,
  text: string,
  limit: number,
  today: string,
): Promise<Found> {
  const pasted = arxivIdIn(text)
  if (pasted) {
    const papers = await papersByIds(db, [pasted])
    return { papers, total: papers.length, isRelaxed: false }
  }
  const query = parseQuery(text, today)
  const groups = toWordGroups(query.clauses)
  if (isNothing(query)) return { papers: [], total: 0, isRelaxed: false }

  const heads = await store.heads()
  const required = query.filters.hasCode ? [codeTerm] : []
  const [matches, allowed] = await Promise.all([
    evaluate(reader, heads, without(groups, query.filters), required),
    idsAllowed(db, query.filters),
  ])
  const phrases = query.clauses.filter(({ isPhrase, text }) => isPhrase && text.includes(' '))
  if (query.sort !== 'relevance' || allowed || phrases.length > 0 || groups.length === 0) {
    const ids = await idsInOrder(db, store, matches, query.sort, allowed)
    const found = await (phrases.length === 0
      ? firstOf(db, ids, groups, query, limit)
      : withPhrases(db, ids, query, limit))
    return { ...found, isRelaxed: matches.isRelaxed && found.total > 0 }
  }
  const best = bestMatches(matches, Math.max(limit, reranked))
  const scored = await withIds(store, best)
  const papers = await papersByIds(db, [...scored.keys()])
  const papersInOrder = rerank(papers, scored, groups, Date.now()).slice(0, limit)
  return { papers: papersInOrder, total: matches.total, isRelaxed: matches.isRelaxed }
}

interface Match {
  head: SegmentHead
  doc: number
  score: number
}

/** The best of all matches, best first. */
function bestMatches({ segments }: Matches, count: number): Match[] {
  const best: Match[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const { head, docs, scores } of segments) {
    for (let i = 0; i < docs.length; i++) {
      const score = scores[i] as number
      if (best.length >= count * 2) {
        if (score <= least) continue
        // Cut back to what is wanted only now and then: cheaper than keeping order throughout.
        best.sort((a, b) => b.score - a.score).length = count
        least = (best[count - 1] as Match).score
        if (score <= least) continue
      }
      best.push({ head, doc: docs[i] as number, score })
    }
  }
  return best.sort((a, b) => b.score - a.score).slice(0, count)
}

/** The score of each paper by its id, in order. */
async function withIds(store: IndexStore, matches: readonly Match[]): Promise<Map<string, number>> {
  // Each chunk is read once, and then looked into without waiting: there may be thousands.
  const reads = new Map<string, Promise<string[]>>()
  for (const { head, doc } of matches) {
    const name = chunkName(head, doc)
    if (!reads.has(name)) reads.set(name, store.docIds(head.id, Math.floor(doc / docsAChunk)))
  }
  const names = [...reads.keys()]
  const chunks = await Promise.all(reads.values())
  const ids = new Map(names.map((name, i) => [name, chunks[i] ?? []]))
  return new Map(
    matches.map(({ head, doc, score }) => [
      ids.get(chunkName(head, doc))?.[doc % docsAChunk] ?? '',
      score,
    ]),
  )
}

function chunkName(head: SegmentHead, doc: number): string {
  return `${head.id} ${Math.floor(doc / docsAChunk)}`
}

/** Every match that is allowed, in the order asked for. */
async function idsInOrder(
  db: Database,
  store: IndexStore,
  { segments }: Matches,
  sort: SortOrder,
  allowed: ReadonlySet<string> | undefined,
): Promise<string[]> {
  const all: Match[] = segments.flatMap(({ head, docs, scores }) =>
    [...docs].map((doc, i) => ({ head, doc, score: scores[i] as number })),
  )
  const scored = await withIds(store, all)
  const ids = [...scored.keys()].filter((id) => !allowed || allowed.has(id))
  // arXiv's ids rise with time.
  if (sort === 'new') return ids.sort((a, b) => (a < b ? 1 : -1))
  if (sort === 'relevance') {
    return ids.sort((a, b) => (scored.get(b) as number) - (scored.get(a) as number))
  }
  const matching = new Set(ids)
  const byVotes = await db.papers.orderBy('upvotes').reverse().primaryKeys()
  return byVotes.filter((id) => matching.has(id))
}

async function firstOf(
  db: Database,
  ids: readonly string[],
  groups: readonly WordGroup[],
  query: Query,
  limit: number,
): Promise<Omit<Found, 'isRelaxed'>> {
  const isRanked = query.sort === 'relevance' && groups.length > 0
  const papers = await papersByIds(db, ids.slice(0, isRanked ? Math.max(limit, reranked) : limit))
  if (!isRanked) return { papers, total: ids.length }
  // Their scores were only needed for the order so far; places stand in for them.
  const places = new Map(papers.map(({ id }, i) => [id, 1 / (8 + i)]))
  return {
    papers: rerank(papers, places, groups, Date.now()).slice(0, limit),
    total: ids.length,
  }
}

/** Reads papers in order, as far as {@link phraseReads}, and keeps those with the phrases. */
async function withPhrases(
  db: Database,
  ids: readonly string[],
  query: Query,
  limit: number,
): Promise<Omit<Found, 'isRelaxed'>> {
  const papers: Paper[] = []
  for (let at = 0; at < Math.min(ids.length, phraseReads); at += reranked) {
    const next = await papersByIds(db, ids.slice(at, at + reranked))
    papers.push(...next.filter((paper) => holdsPhrases(paper, query.clauses)))
  }
  return { papers: papers.slice(0, limit), total: papers.length }
}

/** Leaves out what has code, where that is asked for, like any other word. */
function without(groups: readonly WordGroup[], { hasCode }: Filters): readonly WordGroup[] {
  if (hasCode !== false) return groups
  const flags = { fields: 0, isExcluded: true, isPrefix: false, isCommon: false }
  return [...groups, { word: codeTerm, joined: [], stem: '', ...flags }]
}

/** The ids that the filters allow; undefined when there is no filter. */
export async function idsAllowed(db: Database, filters: Filters): Promise<Set<string> | undefined> {
  const lists: Promise<string[]>[] = []
  const { from, until, leastVotes, isSaved, isUnread, id } = filters
  const all = () => db.papers.toCollection().primaryKeys()
  if (id) lists.push(Promise.resolve([id]))
  if (from || until) {
    const first = from ? Date.parse(from) : 0
    const end = until ? Date.parse(addDays(until, 1)) : Number.MAX_SAFE_INTEGER
    lists.push(db.papers.where('publishedAt').between(first, end, true, false).primaryKeys())
  }
  if (leastVotes !== undefined) {
    lists.push(db.papers.where('upvotes').aboveOrEqual(leastVotes).primaryKeys())
  }
  if (isSaved !== undefined) {
    const saved = db.saved.toCollection().primaryKeys()
    lists.push(isSaved ? saved : difference(all(), saved))
  }
  if (isUnread !== undefined) {
    const read = db.reads.toCollection().primaryKeys()
    lists.push(isUnread ? difference(all(), read) : read)
  }
  const sets = (await Promise.all(lists)).map((ids) => new Set(ids))
  return sets.length > 0 ? sets.reduce((a, b) => a.intersection(b)) : undefined
}

async function difference(all: Promise<string[]>, without: Promise<string[]>): Promise<string[]> {
  const left = new Set(await without)
  return (await all).filter((id) => !left.has(id))
}
