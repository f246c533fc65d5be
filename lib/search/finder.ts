import { allPapers } from '../db/all-papers.ts'
import type { Database } from '../db/database.ts'
import { arxivIdIn } from '../model/arxiv-id.ts'
import type { Paper } from '../model/paper.ts'
import { type Searchable, scan, toSearchable } from './scan.ts'

/** Finds papers among everything stored. */
export interface Finder {
  /** All papers that hold every word, best first. */
  find(query: string): Promise<Paper[]>
}

/**
 * A finder that reads the papers once, at the first query, and again when there are more or
 * fewer of them. A page lives for seconds, so an edited abstract may be one page late.
 */
export function createFinder(db: Database): Finder {
  let loaded: { counts: string; papers: Searchable[] } | undefined
  return {
    async find(query) {
      const counts = `${await db.papers.count()} ${await db.saved.count()}`
      if (loaded?.counts !== counts) {
        loaded = { counts, papers: (await allPapers(db)).map(toSearchable) }
      }
      return scan(loaded.papers, arxivIdIn(query) ?? query)
    },
  }
}
