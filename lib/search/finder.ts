import { allPapers } from '../db/all-papers.ts'
import type { Database } from '../db/database.ts'
import type { Paper } from '../model/paper.ts'
import { type Searchable, scan, toSearchable } from './scan.ts'

/** Finds papers among everything stored. */
export interface Finder {
  /** All papers that hold every word, best first. */
  find(query: string): Promise<Paper[]>
}

/**
 * A finder that reads the papers once, at the first query, and again when their number
 * changed. A page lives for seconds, so an edited abstract may be one page late.
 */
export function createFinder(db: Database): Finder {
  let loaded: { count: number; papers: Searchable[] } | undefined
  return {
    async find(query) {
      const count = (await db.papers.count()) + (await db.saved.count())
      if (loaded?.count !== count) {
        loaded = { count, papers: (await allPapers(db)).map(toSearchable) }
      }
      return scan(loaded.papers, query)
    },
  }
}
