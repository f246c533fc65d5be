import { type PaperCard, readersPart, toCard } from '../model/card.ts'
import type { Paper } from '../model/paper.ts'
import { isToCome, picturesOfEdition } from '../model/picture.ts'
import type { Database } from './database.ts'
import { idsWithPicture } from './pictures.ts'
import { readSyncState } from './sync-state.ts'

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

/** What cards have besides, as the reader wants it. */
export interface CardWishes {
  /** All have their abstract. */
  hasAbstracts?: boolean
  /** The endpoint that pictures come from; absent where the reader wants none. */
  picturesFrom?: string
  /** It is no longer the newest edition, of which alone pictures are fetched. */
  isOlder?: boolean
}

/** Cards by id, in the order of the ids. */
export async function cardsByIds(
  db: Database,
  ids: readonly string[],
  wishes?: CardWishes,
): Promise<PaperCard[]> {
  return withAbstracts(db, await papersByIds(db, ids), wishes?.hasAbstracts === true)
}

/**
 * The same for a day's edition: its first paper leads, and is set with its abstract; its first
 * thirty have pictures, of which some may still be on their way.
 */
export async function editionCards(
  db: Database,
  ids: readonly string[],
  { hasAbstracts = false, picturesFrom, isOlder = false }: CardWishes = {},
): Promise<PaperCard[]> {
  const papers = await papersByIds(db, ids)
  const [lead, ...others] = await withAbstracts(db, papers, hasAbstracts)
  if (!lead) return []
  const cards = [{ ...lead, abstract: papers[0]?.abstract }, ...others]
  if (!picturesFrom) return cards
  const illustrated = papers.slice(0, picturesOfEdition)
  const { pictures } = await readSyncState(db)
  const stored = await idsWithPicture(
    db,
    illustrated.map(({ id }) => id),
  )
  const now = Date.now()
  const has = illustrated.map(
    (paper) => stored.has(paper.id) || (!isOlder && isToCome(paper, picturesFrom, pictures, now)),
  )
  return cards.map((card, i) => (has[i] ? { ...card, hasPicture: true } : card))
}

async function withAbstracts(
  db: Database,
  papers: readonly Paper[],
  isWanted: boolean,
): Promise<PaperCard[]> {
  const cards = await toCards(db, papers)
  return isWanted ? cards.map((card, i) => ({ ...card, abstract: papers[i]?.abstract })) : cards
}

/** The cards of papers, with what the reader did to each. */
export async function toCards(db: Database, papers: readonly Paper[]): Promise<PaperCard[]> {
  const ids = papers.map((paper) => paper.id)
  const [saved, reads] = await Promise.all([db.saved.bulkGet(ids), db.reads.bulkGet(ids)])
  return papers.map((paper, i) => toCard(paper, readersPart(saved[i], reads[i])))
}
