import type { Database } from '../db/database.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import { isSiteId } from '../model/paper-id.ts'
import type { IndexStore } from './index-store.ts'
import { titleTest } from './match-words.ts'
import { newestFirst } from './newest-first.ts'
import { isNewestFirst, parseQuery } from './query/parse-query.ts'
import { type Found, nothingFound } from './search.ts'

/**
 * Saved papers that the index does not hold: those that wait to be looked up, with no more than a
 * title, and those of other sites than arXiv, whose ids it has no room for. Both are few: they are
 * read where they lie, once until there are others.
 */
export class UnindexedPapers {
  #db: Database
  #store: IndexStore
  #papers: Promise<Paper[]> | undefined

  constructor(db: Database, store: IndexStore) {
    this.#db = db
    this.#store = store
    db.onWrite(['saved/pendingSince', 'saved/savedAt', 'saved/:dels', 'papers'], () => {
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
    const saved = await this.#store.unindexed()
    const pending = saved.filter(({ id }) => !isSiteId(id)).map(({ id }) => id)
    const stored = pending.length > 0 ? await this.#db.papers.bulkGet(pending) : []
    const isStored = new Set(stored.map((paper) => paper?.id))
    return saved.filter(({ id }) => !isStored.has(id)).map(({ record }) => record)
  }
}

/**
 * What was found with such papers among it. By relevance those come first that hold the words in
 * their titles, since the reader saved them, and the others last: of two words that half of all
 * abstracts hold, a scan cannot tell how much they say.
 */
export function withUnindexed(
  found: Found,
  unindexed: readonly Paper[],
  query: string,
  limit: number,
): Found {
  if (unindexed.length === 0) return found
  const { papers, total, isAtLeast } = found.isRelaxed ? nothingFound : found
  const asked = parseQuery(query, feedDateAt(new Date()))
  const isTitled = titleTest(asked.clauses)
  const { titled = [], others = [] } = Object.groupBy(unindexed, (paper) =>
    asked.sort !== 'votes' && isTitled(paper) ? 'titled' : 'others',
  )
  const all = [...titled, ...papers, ...others]
  return {
    papers: (isNewestFirst(asked) ? newestFirst(all) : all).slice(0, limit),
    total: total + unindexed.length,
    isAtLeast,
    isRelaxed: false,
  }
}
