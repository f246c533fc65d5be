import { allPapers } from '../db/all-papers.ts'
import type { Database } from '../db/database.ts'
import { arxivIdIn } from '../model/arxiv-id.ts'
import { feedDateAt } from '../model/feed-date.ts'
import { IndexReader } from './index-reader.ts'
import { scan, toSearchable } from './scan.ts'
import { type Found, searchIndex } from './search.ts'
import { CorruptBlockError } from './segment/block.ts'
import { resetIndex } from './store/maintain.ts'
import { storedIndex } from './store/read-index.ts'

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
        await resetIndex(db)
        return scanAll(db, query, limit)
      }
    },
  }
}

const isDamage = (error: unknown): boolean => error instanceof CorruptBlockError

async function scanAll(db: Database, query: string, limit: number): Promise<Found> {
  const papers = (await allPapers(db)).map(toSearchable)
  const found = scan(papers, arxivIdIn(query) ?? query)
  return { papers: found.slice(0, limit), total: found.length, isRelaxed: false }
}
