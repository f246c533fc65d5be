import type { Database } from '../../db/database.ts'
import {
  type MergeState,
  rebuildFromStart,
  type StoredHead,
  type TermList,
  termLists,
} from '../../model/search-index.ts'
import { CorruptBlockError } from '../segment/block.ts'
import { type MergeInput, mergeStep, segmentsToMerge } from '../segment/merge.ts'
import { segmentFormat } from '../segment/segment.ts'
import { chunked, indexPapers, indexTables, numberOf } from './write-segment.ts'

const papersAStep = 250
/** Bytes that a step of a merge reads: some dozen milliseconds of work. */
const bytesAStep = 512 * 1024

/**
 * Does what the index has left to do, step by step: papers that are not in it, then merges.
 * Every step is one transaction and leaves a whole index, so the worker may die between two.
 */
export function maintainIndex(db: Database, stepBytes = bytesAStep): Promise<void> {
  return navigator.locks.request('paperboy-index', async () => {
    if (await isOutdated(db)) await resetIndex(db)
    try {
      while ((await rebuildStep(db)) || (await mergeAStep(db, stepBytes)));
    } catch (error) {
      if (!(error instanceof CorruptBlockError)) throw error
      await resetIndex(db)
      while (await rebuildStep(db));
    }
  })
}

/** Throws the index away; it is built anew from the papers, which are not touched. */
export async function resetIndex(db: Database): Promise<void> {
  await db.transaction('rw', indexTables(db), async () => {
    for (const table of indexTables(db)) await table.clear()
    await db.indexState.put(rebuildFromStart)
  })
}

async function isOutdated(db: Database): Promise<boolean> {
  return (await db.segments.toArray()).some(({ format }) => format !== segmentFormat)
}

/** Indexes some papers that are not yet; false when all are. */
async function rebuildStep(db: Database): Promise<boolean> {
  return db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
    const state = await db.indexState.get('rebuild')
    if (state?.name !== 'rebuild') return false
    const papers = await db.papers
      .where('id')
      .above(state.value.afterId)
      .limit(papersAStep)
      .toArray()
    const last = papers.at(-1)
    if (!last) {
      await db.indexState.delete('rebuild')
      return true
    }
    await indexPapers(db, papers)
    await db.indexState.put({ name: 'rebuild', value: { afterId: last.id } })
    return true
  })
}

/** Begins, continues or ends a merge; false when there is none to do. */
async function mergeAStep(db: Database, stepBytes: number): Promise<boolean> {
  return db.transaction('rw', [...indexTables(db)], async () => {
    const row = await db.indexState.get('merge')
    if (row?.name !== 'merge') return beginMerge(db)
    const inputs = await db.segments.bulkGet(row.value.inputs.map(({ id }) => id))
    const output = await db.segments.get(row.value.output)
    if (!output || inputs.some((head) => head === undefined)) {
      await dropSegment(db, row.value.output)
      await db.indexState.delete('merge')
      return true
    }
    return continueMerge(db, row.value, inputs as StoredHead[], output, stepBytes)
  })
}

async function beginMerge(db: Database): Promise<boolean> {
  const inputs = segmentsToMerge(await db.segments.toArray())
  if (inputs.length === 0) return false
  const lists = await Promise.all(inputs.map((head) => keptIds(db, head)))
  const ids = lists.flat().sort()
  const chunks = chunked(ids)
  const output = await db.segments.add({
    format: segmentFormat,
    docCount: ids.length,
    removed: [],
    firstTerms: { postings: [], words: [], backwards: [] },
    chunkIds: chunks.map(([first = '']) => first),
    byteLength: 0,
    isPending: true,
  } as unknown as StoredHead)
  await db.segmentChunks.bulkPut(chunks.map((each, n) => ({ segment: output, n, ids: each })))
  const value: MergeState = {
    inputs: inputs.map(({ id, removed }) => ({ id, removed })),
    output,
    list: termLists[0],
    nextTerm: '',
  }
  await db.indexState.put({ name: 'merge', value })
  return true
}

async function continueMerge(
  db: Database,
  state: MergeState,
  heads: readonly StoredHead[],
  output: StoredHead,
  stepBytes: number,
): Promise<boolean> {
  const ids = await allIds(db, output)
  const inputs = await Promise.all(
    heads.map(async (head, i): Promise<MergeInput> => {
      const removed = new Set(state.inputs[i]?.removed)
      return {
        head,
        newNumbers: renumber(await allIds(db, head), ids, removed),
        readBlock: async (list, n) =>
          (await db.segmentBlocks.get([head.id, list, n]))?.bytes ?? new Uint8Array(),
      }
    }),
  )
  const { list } = state
  const { blocks, nextTerm } = await mergeStep(inputs, list, state.nextTerm, stepBytes)
  const first = output.firstTerms[list].length
  await db.segmentBlocks.bulkPut(
    blocks.map(({ bytes }, i) => ({ segment: output.id, list, n: first + i, bytes })),
  )
  const firstTerms = {
    ...output.firstTerms,
    [list]: [...output.firstTerms[list], ...blocks.map(({ firstTerm }) => firstTerm)],
  }
  const byteLength = output.byteLength + blocks.reduce((sum, { bytes }) => sum + bytes.length, 0)
  await db.segments.update(output.id, { firstTerms, byteLength })
  const following = nextTerm === undefined ? listAfter(list) : list
  if (following) {
    const value = { ...state, list: following, nextTerm: nextTerm ?? '' }
    await db.indexState.put({ name: 'merge', value })
  } else {
    await endMerge(db, state, heads, output)
  }
  return true
}

/** The merged segment takes the place of its inputs, without what was taken out meanwhile. */
async function endMerge(
  db: Database,
  state: MergeState,
  heads: readonly StoredHead[],
  output: StoredHead,
): Promise<void> {
  const removed = new Set(output.removed)
  for (const [i, head] of heads.entries()) {
    const before = new Set(state.inputs[i]?.removed)
    const ids = await allIds(db, head)
    for (const doc of head.removed) {
      if (!before.has(doc)) removed.add(await numberOf(db, output, ids[doc] as string))
    }
    await dropSegment(db, head.id)
  }
  const rising = [...removed].filter((doc) => doc >= 0).sort((a, b) => a - b)
  await db.segments.update(output.id, { removed: rising, isPending: false })
  await db.indexState.delete('merge')
}

async function dropSegment(db: Database, id: number): Promise<void> {
  await db.segments.delete(id)
  await db.segmentChunks.where('[segment+n]').between([id, 0], [id, Infinity]).delete()
  for (const list of termLists) {
    await db.segmentBlocks
      .where('[segment+list+n]')
      .between([id, list, 0], [id, list, Infinity])
      .delete()
  }
}

async function allIds(db: Database, head: StoredHead): Promise<string[]> {
  const chunks = await db.segmentChunks
    .where('[segment+n]')
    .between([head.id, 0], [head.id, Infinity])
    .toArray()
  return chunks.flatMap(({ ids }) => ids)
}

async function keptIds(db: Database, head: StoredHead): Promise<string[]> {
  const removed = new Set(head.removed)
  return (await allIds(db, head)).filter((_, doc) => !removed.has(doc))
}

/** The new number of each paper, by two lists of rising ids; -1 for one taken out before. */
function renumber(
  ids: readonly string[],
  newIds: readonly string[],
  removed: ReadonlySet<number>,
): Int32Array {
  const numbers = new Int32Array(ids.length).fill(-1)
  let at = 0
  for (const [doc, id] of ids.entries()) {
    while (at < newIds.length && (newIds[at] as string) < id) at++
    if (newIds[at] === id && !removed.has(doc)) numbers[doc] = at
  }
  return numbers
}

function listAfter(list: TermList): TermList | undefined {
  return termLists[termLists.indexOf(list) + 1]
}
