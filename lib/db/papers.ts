import { type PaperCard, readersPart, toCard } from '../model/card.ts'
import type { Paper } from '../model/paper.ts'
import type { Database } from './database.ts'

/** Papers by id, in the order of the ids; what is not stored is left out. */
export async function papersByIds(db: Database, ids: readonly string[]): Promise<Paper[]> {
  const papers = await db.papers.bulkGet([...ids])
  return papers.filter((paper) => paper !== undefined)
}

/** A paper from the feed's store, or the reader's own copy of it. */
export async function getPaper(db: Database, id: string): Promise<Paper | undefined> {
  return (await db.papers.get(id)) ?? (await db.saved.get(id))?.record
}

/** True when a paper is stored with more than its title. */
export async function isWhole(db: Database, id: string): Promise<boolean> {
  if (await db.papers.get(id)) return true
  const saved = await db.saved.get(id)
  return saved !== undefined && saved.pendingSince === undefined
}

/** Cards by id, in the order of the ids. */
export async function cardsByIds(db: Database, ids: readonly string[]): Promise<PaperCard[]> {
  return toCards(db, await papersByIds(db, ids))
}

/** The same for a day's edition: its first paper leads, and is set with its abstract. */
export async function editionCards(db: Database, ids: readonly string[]): Promise<PaperCard[]> {
  const papers = await papersByIds(db, ids)
  const [lead, ...others] = await toCards(db, papers)
  return lead ? [{ ...lead, abstract: papers[0]?.abstract }, ...others] : []
}

/** The cards of papers, with what the reader did to each. */
export async function toCards(db: Database, papers: readonly Paper[]): Promise<PaperCard[]> {
  const ids = papers.map((paper) => paper.id)
  const [saved, reads] = await Promise.all([db.saved.bulkGet(ids), db.reads.bulkGet(ids)])
  return papers.map((paper, i) => toCard(paper, readersPart(saved[i], reads[i])))
}
