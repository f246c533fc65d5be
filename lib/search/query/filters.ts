import type { Database } from '../../db/database.ts'
import type { OwnText } from '../own-text.ts'
import { dayOf } from '../segment/columns.ts'
import { packId } from '../segment/packed-id.ts'
import { plainText } from '../text/fold.ts'
import type { Filters } from './parse-query.ts'

/** What papers must be besides holding the words, ready to be asked of thousands. */
export interface PaperTest {
  /** Of a paper's packed id, its day since 1970-01-01 and its upvotes. */
  allows(id: number, day: number, votes: number): boolean
}

/** The test that filters stand for; undefined when there is nothing to test. */
export async function readFilters(
  db: Database,
  own: OwnText,
  filters: Filters,
): Promise<PaperTest | undefined> {
  // Code is asked for as a term.
  const { hasCode: _, ...tested } = filters
  if (Object.values(tested).every((value) => value === undefined)) return undefined
  const { from, until, leastVotes, isSaved, isUnread, id, notes } = tested
  const [saved, read, noted] = await Promise.all([
    isSaved === undefined ? undefined : packedKeys(db.saved),
    isUnread === undefined ? undefined : packedKeys(db.reads),
    notes && withNotes(own, notes),
  ])
  const firstDay = from ? dayOf(Date.parse(from)) : 0
  const lastDay = until ? dayOf(Date.parse(until)) : Number.MAX_SAFE_INTEGER
  const wanted = id ? packId(id) : undefined
  return {
    allows: (id, day, votes) =>
      day >= firstDay &&
      day <= lastDay &&
      votes >= (leastVotes ?? 0) &&
      (saved === undefined || saved.has(id) === isSaved) &&
      (read === undefined || read.has(id) !== isUnread) &&
      (noted === undefined || noted(id)) &&
      (wanted === undefined || id === wanted),
  }
}

/**
 * Tells of a packed id whether its note holds each of some texts, from the beginning of a word,
 * and none of those that are excluded.
 */
async function withNotes(
  own: OwnText,
  wanted: NonNullable<Filters['notes']>,
): Promise<(id: number) => boolean> {
  const notes = await own.notes()
  const texts = wanted.map(({ text, isExcluded }) => ({
    text: plainText(text).trimEnd(),
    isExcluded,
  }))
  return (id) =>
    texts.every(
      ({ text, isExcluded }) => (notes.get(id)?.plain ?? '').includes(text) !== isExcluded,
    )
}

async function packedKeys(table: {
  toCollection(): { primaryKeys(): PromiseLike<string[]> }
}): Promise<Set<number>> {
  return new Set((await table.toCollection().primaryKeys()).map(packId))
}
