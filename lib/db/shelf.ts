import type { ReadingStatus, ReleasedPaper, SavedPaper } from '../model/saved-paper.ts'
import type { ShelfRow, ShelfSort, TagCount } from '../model/shelf.ts'
import { toShelfRow } from '../model/shelf-row.ts'
import type { Database } from './database.ts'

const indexOf: Record<ShelfSort | 'saved', string> = {
  saved: 'savedAt',
  published: 'record.publishedAt',
  votes: 'record.upvotes',
}

/** What of the saved papers is asked for. */
export interface ShelfFilter {
  sort?: ShelfSort
  tags?: readonly string[]
  status?: ReadingStatus
}

/**
 * The ids of the saved papers that pass, in order, and how many there are in all. No paper is
 * read for it: each part comes from an index.
 */
export async function shelfIds(
  db: Database,
  { sort, tags = [], status }: ShelfFilter,
): Promise<{ ids: string[]; total: number }> {
  const [ordered, count, ...filters] = await Promise.all([
    db.saved.orderBy(indexOf[sort ?? 'saved']).primaryKeys(),
    // Every paper was saved at some time, and counting takes a while, too.
    sort && db.saved.count(),
    ...tags.map((tag) => db.saved.where('tags').equals(tag).primaryKeys()),
    ...(status ? [db.saved.where('status').equals(status).primaryKeys()] : []),
  ])
  // Backwards is slow for a database and quick here.
  const all = ordered.reverse()
  const total = count ?? all.length
  // A record that is not whole yet may lack what is ordered by: its paper comes last.
  if (all.length < total) all.push(...(await missingFrom(db, all)))
  const allowed = filters.map((ids) => new Set(ids))
  return { ids: all.filter((id) => allowed.every((each) => each.has(id))), total }
}

/**
 * The first rows of the saved papers in an order, last saved first unless told otherwise: read
 * without looking at any other, so that they cost the same among ten papers and fifty thousand.
 */
export async function firstShelfRows(
  db: Database,
  sort: ShelfSort | undefined,
  limit: number,
): Promise<ShelfRow[]> {
  return toRows(
    db,
    await db.saved
      .orderBy(indexOf[sort ?? 'saved'])
      .reverse()
      .limit(limit)
      .toArray(),
  )
}

async function missingFrom(db: Database, ids: readonly string[]): Promise<string[]> {
  const known = new Set(ids)
  return (await db.saved.toCollection().primaryKeys()).filter((id) => !known.has(id))
}

/** The parts of the database that such a list is made of (see `onWrite`). */
export function shelfParts({ sort, tags = [], status }: ShelfFilter): string[] {
  return [
    ...['saved/savedAt', 'saved/:dels', `saved/${indexOf[sort ?? 'saved']}`],
    ...(tags.length > 0 ? ['saved/tags'] : []),
    ...(status ? ['saved/status'] : []),
  ]
}

/** The rows of some saved papers, in the order of the ids; those that are not saved are left out. */
export async function shelfRows(db: Database, ids: readonly string[]): Promise<ShelfRow[]> {
  return toRows(db, await db.saved.bulkGet([...ids]))
}

/** The same of papers that lie in the bin. */
export async function binRows(db: Database, ids: readonly string[]): Promise<ShelfRow[]> {
  return toRows(db, await db.released.bulkGet([...ids]))
}

async function toRows(
  db: Database,
  found: readonly (SavedPaper | ReleasedPaper | undefined)[],
): Promise<ShelfRow[]> {
  const papers = found.filter((each) => each !== undefined)
  const reads = await db.reads.bulkGet(papers.map(({ id }) => id))
  return papers.map((paper, i) => toShelfRow(paper, reads[i]))
}

/** The tags in use, in the order of the alphabet, with how many papers have each. */
export async function tagCounts(db: Database): Promise<TagCount[]> {
  const tags = (await db.saved.orderBy('tags').uniqueKeys()) as string[]
  const counts = await Promise.all(tags.map((tag) => db.saved.where('tags').equals(tag).count()))
  return tags
    .map((tag, i) => ({ tag, count: counts[i] ?? 0 }))
    .sort((a, b) => a.tag.localeCompare(b.tag))
}

/** How many papers have each status. */
export async function statusCounts(db: Database): Promise<Record<ReadingStatus, number>> {
  const count = (status: ReadingStatus) => db.saved.where('status').equals(status).count()
  const [toRead, reading, read] = await Promise.all([
    count('to-read'),
    count('reading'),
    count('read'),
  ])
  return { 'to-read': toRead, reading, read }
}

/** The tags that some of these papers have, with how many of them have each. */
export async function tagsAmong(db: Database, ids: readonly string[]): Promise<TagCount[]> {
  const wanted = new Set(ids)
  const all = await tagCounts(db)
  const counts = await Promise.all(
    all.map(async ({ tag }) => {
      const tagged = await db.saved.where('tags').equals(tag).primaryKeys()
      return { tag, count: tagged.filter((id) => wanted.has(id)).length }
    }),
  )
  return counts.filter(({ count }) => count > 0)
}
