import type { Database } from '../../db/database.ts'
import type { DaySpan } from '../../model/search-index.ts'
import type { OwnText } from '../own-text.ts'
import { dayOf } from '../segment/columns.ts'
import { packId } from '../segment/packed-id.ts'
import { plainText } from '../text/fold.ts'
import type { Filters } from './parse-query.ts'

/** What papers must be besides holding the words, ready to be asked of thousands. */
export interface PaperTest {
  days?: DaySpan
  /** The least upvotes. */
  leastVotes?: number
  /** What the packed id must be. */
  allowsId?(id: number): boolean
}

/** The test that filters stand for; undefined when there is nothing to test. */
export async function readFilters(
  db: Database,
  own: OwnText,
  filters: Filters,
): Promise<PaperTest | undefined> {
  const { leastVotes } = filters
  const days = daysOf(filters)
  const allowsId = await readIdTest(db, own, filters)
  const test = { ...(days && { days }), ...(allowsId && { allowsId }) }
  if (leastVotes !== undefined) return { ...test, leastVotes }
  return Object.keys(test).length > 0 ? test : undefined
}

/** The days that are asked for; undefined when any will do. */
export function daysOf({ from, until }: Filters): DaySpan | undefined {
  if (!from && !until) return undefined
  const last = until ? dayOf(Date.parse(until)) : Number.MAX_SAFE_INTEGER
  return [from ? dayOf(Date.parse(from)) : 0, last]
}

/** Whether a paper passes: its packed id, its day and its upvotes. */
export function passes(test: PaperTest, id: number, day: number, votes: number): boolean {
  const { days: [first, last] = [0, Number.MAX_SAFE_INTEGER], leastVotes = 0, allowsId } = test
  return day >= first && day <= last && votes >= leastVotes && (allowsId?.(id) ?? true)
}

async function readIdTest(
  db: Database,
  own: OwnText,
  { isSaved, isUnread, id, notes }: Filters,
): Promise<PaperTest['allowsId']> {
  if ([isSaved, isUnread, id, notes].every((each) => each === undefined)) return undefined
  const [saved, read, noted] = await Promise.all([
    isSaved === undefined ? undefined : packedKeys(db.saved),
    isUnread === undefined ? undefined : packedKeys(db.reads),
    notes && withNotes(own, notes),
  ])
  const wanted = id ? packId(id) : undefined
  return (id) =>
    (saved === undefined || saved.has(id) === isSaved) &&
    (read === undefined || read.has(id) !== isUnread) &&
    (noted === undefined || noted(id)) &&
    (wanted === undefined || id === wanted)
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
