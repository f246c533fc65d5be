import { allPapers } from '../db/all-papers.ts'
import type { Database } from '../db/database.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import { bareSiteIdIn, siteIdIn } from '../model/paper-address.ts'
import { arxivIdIn } from '../model/read-arxiv-id.ts'
import { IndexReader } from './index-reader.ts'
import { matchWords } from './match-words.ts'
import { newestFirst } from './newest-first.ts'
import { OwnText } from './own-text.ts'
import { passes, readFilters } from './query/filters.ts'
import { type Clause, isNewestFirst, isNothing, parseQuery } from './query/parse-query.ts'
import { holdsPhrases, isSequence } from './rank/phrases.ts'
import { scan, toSearchable } from './scan.ts'
import { type Found, nothingFound, type Sources, searchIndex, searchSaved } from './search.ts'
import { dayOf } from './segment/columns.ts'
import { textOf } from './segment/document.ts'
import { keyOfPaper } from './segment/packed-id.ts'
import { CorruptIndexError } from './segment/seal.ts'
import { storedIndex } from './store/read-index.ts'
import { resetIndex } from './store/rebuild.ts'
import { foldText } from './text/fold.ts'
import { UnindexedPapers, withUnindexed } from './unindexed.ts'

/** Finds papers among everything stored. */
export interface Finder {
  /**
   * The best `limit` papers, and how many there are. Never throws for what was typed; rejects
   * with the signal's reason when that is aborted.
   */
  find(query: string, limit: number, signal?: AbortSignal): Promise<Found>
  /**
   * The ids of all saved papers that a query is found in, in no order; its words may stand in
   * tags and notes as well. Rejects as above.
   */
  findSaved(query: string, signal?: AbortSignal): Promise<{ ids: string[]; isRelaxed: boolean }>
}

/**
 * A finder over the index. While there is no whole index that can be read (after an update,
 * or when it was found damaged) all the text is read through instead: slower, never wrong.
 */
export function createFinder(db: Database): Finder {
  const store = storedIndex(db)
  const reader = new IndexReader(store)
  const own = new OwnText(db)
  const unindexed = new UnindexedPapers(db, store)
  /** Those that a query is found in: the index holds none of them. */
  const amongUnindexed = async (query: string): Promise<Paper[]> => {
    const papers = await unindexed.read()
    if (papers.length === 0) return []
    return (await findAmong(db, own, papers, query, Number.POSITIVE_INFINITY, byWords)).papers
  }
  /**
   * The paper of another site than arXiv whose id or link was pasted, for such a one is never
   * indexed; undefined where words are to be looked for.
   */
  const foundById = async (query: string): Promise<Paper[] | undefined> => {
    const named = siteIdIn(query)
    const pasted = named ?? bareSiteIdIn(query)
    if (!pasted) return undefined
    const papers = (await unindexed.read()).filter(({ id }) => id === pasted)
    return named || papers.length > 0 ? papers : undefined
  }
  db.onWrite('papers', () => reader.forgetPapers())
  return {
    find: async (query, limit, signal) => {
      const pasted = await foundById(query)
      if (pasted) return { ...nothingFound, papers: pasted, total: pasted.length }
      const others = askEarly(amongUnindexed(query))
      return withIndex(
        async (sources) => {
          const indexed = await searchIndex(sources, query, limit, todayIs())
          return withUnindexed(indexed, await others, query, limit)
        },
        () => scanAll(db, own, query, limit),
        signal,
      )
    },
    findSaved: async (query, signal) => {
      const pasted = await foundById(query)
      if (pasted) return { ids: pasted.map(({ id }) => id), isRelaxed: false }
      const others = askEarly(amongUnindexed(amongSaved(query)))
      return withIndex(
        async (sources) => {
          const indexed = await searchSaved(sources, query, todayIs())
          const found = await others
          if (found.length === 0) return indexed
          const ids = indexed.isRelaxed ? [] : indexed.ids
          return { ids: [...new Set([...ids, ...found.map(({ id }) => id)])], isRelaxed: false }
        },
        async () => {
          const { papers } = await scanAll(db, own, amongSaved(query), Number.POSITIVE_INFINITY)
          return { ids: papers.map(({ id }) => id), isRelaxed: false }
        },
        signal,
      )
    },
  }

  async function withIndex<T>(
    search: (sources: Sources) => Promise<T>,
    scan: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const searchOnce = async () => {
      const heads = await store.heads()
      signal?.throwIfAborted()
      if (!heads) return scan()
      reader.keepOnly(heads)
      return search({ db, heads, reader, own, signal })
    }
    try {
      // A merge may have ended between two reads: then everything is there the second time.
      return await searchOnce().catch((error) =>
        isDamage(error) ? searchOnce() : Promise.reject(error),
      )
    } catch (error) {
      if (!isDamage(error)) throw error
      // A page asks from within a live query, which must not write: so not in its turn.
      // Should it fail, the next search meets the damage again.
      setTimeout(() => resetIndex(db).catch(() => {}))
      return scan()
    }
  }
}

/** What is read with the heads of the index, in the same turn; it fails where it is waited for. */
function askEarly<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => {})
  return asked
}

/** The same query, asked of saved papers alone. */
function amongSaved(query: string): string {
  const pasted = arxivIdIn(query)
  return `is:saved ${pasted ? `id:${pasted}` : query}`
}

const todayIs = (): string => feedDateAt(new Date())

const isDamage = (error: unknown): boolean => error instanceof CorruptIndexError

/** The same search without the index: every text is read. */
async function scanAll(db: Database, own: OwnText, text: string, limit: number): Promise<Found> {
  return findAmong(db, own, await allPapers(db), text, limit, byScan)
}

/** Which of some papers hold the words of clauses, phrases apart; the best first. */
type Matcher = (papers: Paper[], clauses: readonly Clause[]) => Paper[]

const byWords: Matcher = matchWords

const byScan: Matcher = (papers, clauses) => {
  const words = clauses.filter(({ isExcluded }) => !isExcluded).map((clause) => clause.text)
  const asked = words.join(' ')
  const found = asked ? scan(papers.map(toSearchable), asked) : papers
  return found.filter((paper) =>
    clauses.every((clause) => isSequence(clause) || holdsClause(paper, clause)),
  )
}

async function findAmong(
  db: Database,
  own: OwnText,
  papers: Paper[],
  text: string,
  limit: number,
  match: Matcher,
): Promise<Found> {
  const pasted = arxivIdIn(text)
  const query = parseQuery(pasted ? `id:${pasted}` : text, todayIs())
  if (isNothing(query)) return nothingFound
  const { clauses, filters, sort } = query
  const test = await readFilters(db, own, filters)
  const isAboutTags = clauses.some(({ field }) => field === 'tag')
  const isSavedOnly = filters.isSaved === true
  const all = isAboutTags || isSavedOnly ? await withOwnText(db, papers, isSavedOnly) : papers
  const found = match(all, clauses).filter(
    (paper) =>
      (!test || passes(test, keyOfPaper(paper.id), dayOf(paper.publishedAt), paper.upvotes)) &&
      (filters.hasCode === undefined || filters.hasCode === Boolean(paper.repository)) &&
      holdsPhrases(paper, clauses),
  )
  if (sort === 'votes') found.sort((a, b) => b.upvotes - a.upvotes)
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const inOrder = isNewestFirst(query) ? newestFirst(found) : found
  const best = inOrder.slice(0, limit).map((paper) => byId.get(paper.id) ?? paper)
  return { ...nothingFound, papers: best, total: found.length }
}

/** Up to so many rows are read one by one. */
const fewRows = 1000

/** The papers with the reader's tags among their keywords and, of the saved, all notes as text. */
async function withOwnText(db: Database, papers: Paper[], isSavedOnly: boolean): Promise<Paper[]> {
  // Of a few papers, only their rows.
  const ids = papers.map(({ id }) => id)
  const rows = ids.length < fewRows ? await db.saved.bulkGet(ids) : await db.saved.toArray()
  const saved = new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])))
  return papers.map((paper) => {
    const { tags = [], note = '' } = saved.get(paper.id) ?? {}
    if (tags.length === 0 && note === '') return paper
    const text = isSavedOnly ? [paper.abstract, ...tags, note].join('\n') : paper.abstract
    return { ...paper, keywords: [...paper.keywords, ...tags], abstract: text }
  })
}

/** True when a word stands in its field, or, for one that is left out, nowhere. */
function holdsClause(paper: Paper, { text, field, isExcluded }: Clause): boolean {
  if (!field && !isExcluded) return true
  const texts = textOf(paper)
  const searched = field ? [texts[field]] : Object.values(texts)
  return searched.some((each) => foldText(each).includes(foldText(text))) !== isExcluded
}
