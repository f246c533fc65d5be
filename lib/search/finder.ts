import { allPapers } from '../db/all-papers.ts'
import type { Database } from '../db/database.ts'
import { arxivIdIn } from '../model/arxiv-id.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import { IndexReader } from './index-reader.ts'
import { type Clause, isNothing, parseQuery } from './query/parse-query.ts'
import { holdsPhrases } from './rank/phrases.ts'
import { scan, toSearchable } from './scan.ts'
import { type Found, idsAllowed, searchIndex } from './search.ts'
import { CorruptBlockError } from './segment/block.ts'
import { textOf } from './segment/document.ts'
import { resetIndex } from './store/maintain.ts'
import { storedIndex } from './store/read-index.ts'
import { foldText } from './text/fold.ts'

/** Finds papers among everything stored. */
export interface Finder {
  /** The best `limit` papers, and how many there are. Never throws for what was typed. */
  find(query: string, limit: number): Promise<Found>
}

/**
 * A finder over the index. Until the index holds every paper (after an update, or when it
 * was found damaged and is built anew) all the text is read through instead: slower, but
 * never wrong.
 */
export function createFinder(db: Database): Finder {
  const store = storedIndex(db)
  const reader = new IndexReader(store)
  return {
    async find(query, limit) {
      const today = feedDateAt(new Date())
      if (await db.indexState.get('rebuild')) return scanAll(db, query, limit)
      const search = () => searchIndex(db, store, reader, query, limit, today)
      try {
        // A merge may have ended between two reads: then everything is there the second time.
        return await search().catch((error) => (isDamage(error) ? search() : Promise.reject(error)))
      } catch (error) {
        if (!isDamage(error)) throw error
        // A page asks from within a live query, which must not write: so not in its turn.
        setTimeout(() => void resetIndex(db))
        return scanAll(db, query, limit)
      }
    },
  }
}

const isDamage = (error: unknown): boolean => error instanceof CorruptBlockError

/** The same search without the index: every text is read. */
async function scanAll(db: Database, text: string, limit: number): Promise<Found> {
  const query = parseQuery(text, feedDateAt(new Date()))
  const { clauses, filters, sort } = query
  const pasted = arxivIdIn(text)
  const words = clauses.filter(({ isExcluded }) => !isExcluded).map((clause) => clause.text)
  if (isNothing(query)) return { papers: [], total: 0, isRelaxed: false }
  const [all, allowed] = await Promise.all([allPapers(db), idsAllowed(db, filters)])
  const asked = pasted ?? words.join(' ')
  const found = (asked ? scan(all.map(toSearchable), asked) : all).filter(
    (paper) =>
      (!allowed || allowed.has(paper.id)) &&
      (filters.hasCode === undefined || filters.hasCode === Boolean(paper.repository)) &&
      clauses.every((clause) => clause.isPhrase || holdsClause(paper, clause)) &&
      holdsPhrases(paper, clauses),
  )
  if (sort === 'new') found.sort((a, b) => (a.id < b.id ? 1 : -1))
  if (sort === 'votes') found.sort((a, b) => b.upvotes - a.upvotes)
  return { papers: found.slice(0, limit), total: found.length, isRelaxed: false }
}

/** True when a word stands in its field, or, for one that is left out, nowhere. */
function holdsClause(paper: Paper, { text, field, isExcluded }: Clause): boolean {
  if (!field && !isExcluded) return true
  const texts = textOf(paper)
  const searched = field ? [texts[field]] : Object.values(texts)
  return searched.some((each) => foldText(each).includes(foldText(text))) !== isExcluded
}
