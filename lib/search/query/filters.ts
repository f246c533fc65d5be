import type { Database } from '../../db/database.ts'
import type { DaySpan } from '../../model/search-index.ts'
import type { OwnText } from '../own-text.ts'
import { dayOf } from '../segment/columns.ts'
import { keyOfPaper, type PaperKey } from '../segment/packed-id.ts'
import { plainText } from '../text/fold.ts'
import type { Filters } from './parse-query.ts'

/** What papers must be besides holding the words, ready to be asked of thousands. */
export interface PaperTest {
  days?: DaySpan
  /** The least upvotes. */
  leastVotes?: number
  /** What the key must be. */
  allowsId?(key: PaperKey): boolean
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

/** Whether a paper passes: its key, its day and its upvotes. */
export function passes(test: PaperTest, key: PaperKey, day: number, votes: number): boolean {
  const { days: [first, last] = [0, Number.MAX_SAFE_INTEGER], leastVotes = 0, allowsId } = test
  return day >= first && day <= last && votes >= leastVotes && (allowsId?.(key) ?? true)
}

async function readIdTest(
  db: Database,
  own: OwnText,
  { isSaved, isUnread, id, notes }: Filters,
): Promise<PaperTest['allowsId']> {
  if ([isSaved, isUnread, id, notes].every((each) => each === undefined)) return undefined
  const [saved, read, noted] = await Promise.all([
    isSaved === undefined ? undefined : keysOf(db.saved),
    isUnread === undefined ? undefined : keysOf(db.reads),
    notes && withNotes(own, notes),
  ])
  const wanted = id ? keyOfPaper(id) : undefined
  return (key) =>
    (saved === undefined || saved.has(key) === isSaved) &&
    (read === undefined || read.has(key) !== isUnread) &&
    (noted === undefined || noted(key)) &&
    (wanted === undefined || key === wanted)
}

/**
 * Tells of a paper's key whether its note holds each of some texts, from the beginning of a word,
 * and none of those that are excluded.
 */
async function withNotes(
  own: OwnText,
  wanted: NonNullable<Filters['notes']>,
): Promise<(key: PaperKey) => boolean> {
  const notes = await own.notes()
  const texts = wanted.map(({ text, isExcluded }) => ({
    text: plainText(text).trimEnd(),
    isExcluded,
  }))
  return (key) =>
    texts.every(
      ({ text, isExcluded }) => (notes.get(key)?.plain ?? '').includes(text) !== isExcluded,
    )
}

async function keysOf(table: {
  toCollection(): { primaryKeys(): PromiseLike<string[]> }
}): Promise<Set<PaperKey>> {
  return new Set((await table.toCollection().primaryKeys()).map(keyOfPaper))
}
