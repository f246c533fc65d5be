import type { Database } from '../../db/database.ts'
import type { Paper } from '../../model/paper.ts'
import { type StoredHead, termLists } from '../../model/search-index.ts'
import { buildSegment } from '../segment/build-segment.ts'
import { docsAChunk, lastNotAfter, type NewSegment, segmentFormat } from '../segment/segment.ts'

/** The tables a transaction that indexes papers has to include. */
export function indexTables(db: Database) {
  return [db.segments, db.segmentBlocks, db.segmentChunks, db.indexState] as const
}

/**
 * Puts papers into the index as one segment of their own, and takes out what it had of them.
 * To be called in the transaction that stores them.
 */
export async function indexPapers(
  db: Database,
  papers: readonly Paper[],
  isKnown: (id: string) => boolean = () => true,
): Promise<void> {
  if (papers.length === 0) return
  await takeOut(
    db,
    papers.map(({ id }) => id).filter((id) => isKnown(id)),
  )
  await addSegment(db, buildSegment(papers))
}

async function addSegment(db: Database, segment: NewSegment): Promise<void> {
  const { docIds, blocks } = segment
  const id = await db.segments.add(headOf(segment) as StoredHead)
  await db.segmentChunks.bulkPut(chunked(docIds).map((ids, n) => ({ segment: id, n, ids })))
  await db.segmentBlocks.bulkPut(
    termLists.flatMap((list) =>
      blocks[list].map(({ bytes }, n) => ({ segment: id, list, n, bytes })),
    ),
  )
}

function headOf({ docIds, blocks }: NewSegment): Omit<StoredHead, 'id'> {
  const firstTerms = { postings: [], words: [], backwards: [] } as StoredHead['firstTerms']
  let byteLength = 0
  for (const list of termLists) {
    firstTerms[list] = blocks[list].map(({ firstTerm }) => firstTerm)
    byteLength += blocks[list].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }
  const chunkIds = chunked(docIds).map(([first = '']) => first)
  const docCount = docIds.length
  return { format: segmentFormat, docCount, removed: [], firstTerms, chunkIds, byteLength }
}

/** Ids in lots of {@link docsAChunk}. */
export function chunked(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / docsAChunk) }, (_, n) =>
    ids.slice(n * docsAChunk, (n + 1) * docsAChunk),
  )
}

/** Marks papers as taken out of whatever segments have them. */
async function takeOut(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const head of await db.segments.toArray()) {
    const removed = new Set(head.removed)
    const byChunk = Map.groupBy(ids, (id) => lastNotAfter(head.chunkIds, id))
    for (const [n, wanted] of byChunk) {
      const chunk = n < 0 ? undefined : await db.segmentChunks.get([head.id, n])
      for (const id of chunk ? wanted : []) {
        const at = lastNotAfter(chunk?.ids ?? [], id)
        if (chunk?.ids[at] === id) removed.add(n * docsAChunk + at)
      }
    }
    if (removed.size === head.removed.length) continue
    await db.segments.update(head.id, { removed: [...removed].sort((a, b) => a - b) })
  }
}

/** The number of a paper in a segment, or -1. */
export async function numberOf(db: Database, head: StoredHead, id: string): Promise<number> {
  const chunk = lastNotAfter(head.chunkIds, id)
  if (chunk < 0) return -1
  const ids = (await db.segmentChunks.get([head.id, chunk]))?.ids ?? []
  const at = lastNotAfter(ids, id)
  return ids[at] === id ? chunk * docsAChunk + at : -1
}
