import type { Database } from '../../db/database.ts'
import type { Paper } from '../../model/paper.ts'
import type { Columns, StoredHead } from '../../model/search-index.ts'
import { buildSegment } from '../segment/build-segment.ts'
import { daySpansOf, docsARecord, firstIdsOf, inTwoBytes } from '../segment/columns.ts'
import { type NewSegment, segmentAnalysis, segmentFormat } from '../segment/segment.ts'
import {
  bytesOfBlocks,
  bytesOfColumns,
  columnRecords,
  numbersOf,
  putBlocks,
  putColumns,
  putPages,
} from './tables.ts'

/** Which papers may be in the index already, and which builds of it to write to. */
interface IndexOptions {
  /** Every paper, unless told otherwise. */
  isKnown?: (id: string) => boolean
  /** All there are, unless told otherwise. */
  generations?: readonly number[]
}

/**
 * Puts papers into the index as one segment of their own, and takes out what it had of them.
 * To be called in the transaction that stores them, and best at once: while the database writes
 * the papers, the segment is built.
 */
export async function indexPapers(
  db: Database,
  papers: readonly Paper[],
  { isKnown = () => true, generations }: IndexOptions = {},
): Promise<void> {
  if (papers.length === 0) return
  const [heads, segment] = await Promise.all([readableHeads(db), buildSegment(papers)])
  const known = papers.map(({ id }) => id).filter((id) => isKnown(id))
  for (const each of generations ?? (await generationsOf(db, heads))) {
    await takeOut(
      db,
      heads.filter(({ generation }) => generation === each),
      known,
    )
    await addSegment(db, segment, each)
  }
}

/** Notes new upvotes of papers whose text is as it was; in the transaction that stores them. */
export async function indexVotes(db: Database, papers: readonly Paper[]): Promise<void> {
  if (papers.length === 0) return
  const votes = new Map(papers.map(({ id, upvotes }) => [id, inTwoBytes(upvotes)]))
  for (const head of await readableHeads(db)) {
    const numbers = await numbersOf(db, head, [...votes.keys()])
    const byRecord = Map.groupBy(numbers, ([, doc]) => Math.floor(doc / docsARecord.votes))
    for (const [n, entries] of byRecord) {
      const row = await db.segmentColumns.get([head.id, 'votes', n])
      if (!row) continue
      const values = row.values as Columns['votes']
      for (const [id, doc] of entries) values[doc % docsARecord.votes] = votes.get(id) as number
      await db.segmentColumns.put(row)
    }
  }
}

/** Those of another layout do not answer, and are soon thrown away. */
async function readableHeads(db: Database): Promise<StoredHead[]> {
  return (await db.segments.toArray()).filter(({ format }) => format === segmentFormat)
}

/** The builds of the index that new papers belong in: the one that answers, the one being made. */
async function generationsOf(db: Database, heads: readonly StoredHead[]): Promise<number[]> {
  const state = await db.indexState.get('rebuild')
  if (state?.name !== 'rebuild') return [heads[0]?.generation ?? 0]
  const { answering, building } = state.value
  return answering === undefined ? [building] : [answering, building]
}

async function addSegment(db: Database, segment: NewSegment, generation: number): Promise<void> {
  const { columns, blocks, pages, pageCount } = segment
  const records = columnRecords(columns)
  const allBlocks = [...blocks.words, ...blocks.backwards, ...pages]
  const head: Omit<StoredHead, 'id'> = {
    format: segmentFormat,
    analysis: segmentAnalysis,
    generation,
    docCount: columns.ids.length,
    removed: [],
    firstTerms: {
      words: blocks.words.map(({ firstTerm }) => firstTerm),
      backwards: blocks.backwards.map(({ firstTerm }) => firstTerm),
    },
    pageCount,
    firstIds: firstIdsOf(columns.ids),
    daySpans: daySpansOf(columns.days),
    byteLength: bytesOfBlocks(allBlocks) + bytesOfColumns(records),
  }
  const id = await db.segments.add(head as StoredHead)
  await Promise.all([
    putBlocks(db, id, 'words', blocks.words),
    putBlocks(db, id, 'backwards', blocks.backwards),
    putPages(db, id, pages),
    putColumns(db, id, records),
  ])
}

/** Marks papers as taken out of whatever segments have them. */
async function takeOut(
  db: Database,
  heads: readonly StoredHead[],
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  for (const head of heads) {
    const numbers = await numbersOf(db, head, ids)
    const removed = new Set([...head.removed, ...numbers.values()])
    if (removed.size === head.removed.length) continue
    await db.segments.update(head.id, { removed: [...removed].sort((a, b) => a - b) })
  }
}
