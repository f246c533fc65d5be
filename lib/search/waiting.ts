import type { Database } from '../db/database.ts'
import { pendingPapers } from '../db/pending.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import { parseQuery } from './query/parse-query.ts'
import { type Found, nothingFound } from './search.ts'
import { packId } from './segment/packed-id.ts'

/**
 * Papers saved by their id alone, which wait to be looked up: with no more than a title they are
 * not indexed, but read where they lie, once until there are others.
 */
export class WaitingPapers {
  #db: Database
  #papers: Promise<Paper[]> | undefined

  constructor(db: Database) {
    this.#db = db
    db.onWrite(['saved/pendingSince', 'saved/:dels', 'papers'], () => {
      this.#papers = undefined
    })
  }

  read(): Promise<Paper[]> {
    this.#papers ??= this.#read()
    this.#papers.catch(() => {
      this.#papers = undefined
    })
    return this.#papers
  }

  async #read(): Promise<Paper[]> {
    const pending = await pendingPapers(this.#db)
    if (pending.length === 0) return []
    const stored = await this.#db.papers.bulkGet(pending.map(({ id }) => id))
    return pending.filter((_, i) => !stored[i]).map(({ record }) => record)
  }
}

/** What was found with such papers among it: the first by relevance, for the reader saved them. */
export function withWaiting(
  found: Found,
  waiting: readonly Paper[],
  query: string,
  limit: number,
): Found {
  if (waiting.length === 0) return found
  const { papers, total, isAtLeast } = found.isRelaxed ? nothingFound : found
  const { sort } = parseQuery(query, feedDateAt(new Date()))
  const all = sort === 'votes' ? [...papers, ...waiting] : [...waiting, ...papers]
  if (sort === 'new') all.sort((a, b) => packId(b.id) - packId(a.id))
  return {
    papers: all.slice(0, limit),
    total: total + waiting.length,
    isAtLeast,
    isRelaxed: false,
  }
}
