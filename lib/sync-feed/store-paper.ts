import type { Database } from '../db/database.ts'
import { isArxivId } from '../model/arxiv-id.ts'
import { type FetchedPaper, hasNewText, mergePaper, type Paper } from '../model/paper.ts'
import { indexTables } from '../search/store/tables.ts'
import { indexPapers, indexVotes } from '../search/store/write-segment.ts'
import { observe } from './store-listing.ts'

/** The tables a transaction that stores a paper has to include. */
export function paperTables(db: Database) {
  return [db.papers, db.observations, ...indexTables(db)] as const
}

/**
 * Stores one paper and puts it into the search index, in a transaction over
 * {@link paperTables} or in the one it is called in. `now` in ms is the time of the answer.
 */
export function storePaper(db: Database, fetched: FetchedPaper, now: number): Promise<void> {
  return db.transaction('rw', [...paperTables(db)], async () => {
    const known = await db.papers.get(fetched.id)
    const paper = mergePaper(known, fetched, now)
    await db.papers.put(paper)
    if (!known) await db.observations.put(observe(paper, now))
    if (hasNewText(known, paper)) await indexPapers(db, [paper])
    else if (known?.upvotes !== paper.upvotes) await indexVotes(db, [paper])
  })
}

/**
 * Stores papers that came from no source but a file, and puts them into the search index; those
 * that are stored stay as they are, and those of other sites than arXiv lie with what is saved
 * alone. In a transaction over {@link paperTables}.
 */
export async function storeNewPapers(db: Database, papers: readonly Paper[]): Promise<void> {
  const ofArxiv = papers.filter(({ id }) => isArxivId(id))
  const known = await db.papers.bulkGet(ofArxiv.map(({ id }) => id))
  const missing = ofArxiv.filter((_, i) => known[i] === undefined)
  await Promise.all([
    db.papers.bulkAdd(missing),
    indexPapers(db, missing, { isKnown: () => false }),
  ])
}
