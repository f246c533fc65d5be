import type { Database } from '../../db/database.ts'
import {
  type Columns,
  type MergeState,
  type StoredHead,
  type TermList,
  termLists,
} from '../../model/search-index.ts'
import { daySpansOf, emptyColumn, firstIdsOf } from '../segment/columns.ts'
import { type MergeInput, mergeStep, segmentsToMerge } from '../segment/merge.ts'
import { missing } from '../segment/seal.ts'
import { segmentAnalysis, segmentFormat } from '../segment/segment.ts'
import {
  bytesOfBlocks,
  bytesOfColumns,
  columnRecords,
  dropSegment,
  getColumn,
  indexTables,
  putBlocks,
  putColumns,
  putPages,
} from './tables.ts'

/** Begins, continues or ends a merge; false when there is none to do. */
export async function mergeAStep(db: Database, stepBytes: number): Promise<boolean> {
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
    await continueMerge(db, row.value, inputs as StoredHead[], output, stepBytes)
    return true
  })
}

async function beginMerge(db: Database): Promise<boolean> {
  const inputs = await inputsOfNextMerge(db)
  const [first] = inputs
  if (!first) return false
  const lists = await Promise.all(inputs.map((head) => keptIds(db, head)))
  const ids = Uint32Array.from(lists.flatMap((list) => [...list])).sort()
  // What else the columns hold is known when the last step has been taken.
  const records = columnRecords({ ids, ...columnsOfLength(ids.length) })
  const head: Omit<StoredHead, 'id'> = {
    format: segmentFormat,
    analysis: Math.min(segmentAnalysis, ...inputs.map(({ analysis }) => analysis)),
    generation: first.generation,
    docCount: ids.length,
    removed: [],
    firstTerms: { words: [], backwards: [] },
    pageCount: 0,
    firstIds: firstIdsOf(ids),
    daySpans: [],
    byteLength: bytesOfColumns(records),
    isPending: true,
  }
  const output = await db.segments.add(head as StoredHead)
  await putColumns(db, output, records)
  const value: MergeState = {
    inputs: inputs.map(({ id, removed }) => ({ id, removed })),
    output,
    list: termLists[0],
    nextTerm: '',
  }
  await db.indexState.put({ name: 'merge', value })
  return true
}

/** Segments are only ever merged with those of their own generation. */
async function inputsOfNextMerge(db: Database): Promise<StoredHead[]> {
  const generations = Map.groupBy(await db.segments.toArray(), ({ generation }) => generation)
  for (const heads of generations.values()) {
    const inputs = segmentsToMerge(heads.filter(({ isPending }) => !isPending))
    if (inputs.length > 0) return inputs
  }
  return []
}

async function continueMerge(
  db: Database,
  state: MergeState,
  heads: readonly StoredHead[],
  output: StoredHead,
  stepBytes: number,
): Promise<void> {
  const ids = await getColumn(db, output, 'ids')
  const inputs = await Promise.all(
    heads.map((head, i) => inputOf(db, head, ids, new Set(state.inputs[i]?.removed))),
  )
  const { list } = state
  const step = await mergeStep(inputs, list, state.nextTerm, output.pageCount, stepBytes)
  const known = output.firstTerms[list]
  await putBlocks(db, output.id, list, step.blocks, known.length)
  await putPages(db, output.id, step.pages)
  const firstTerms = {
    ...output.firstTerms,
    [list]: [...known, ...step.blocks.map(({ firstTerm }) => firstTerm)],
  }
  const { pageCount } = step
  await db.segments.update(output.id, {
    firstTerms,
    pageCount,
    byteLength: output.byteLength + bytesOfBlocks([...step.blocks, ...step.pages]),
  })
  const following = step.nextTerm === undefined ? listAfter(list) : list
  if (following) {
    const value = { ...state, list: following, nextTerm: step.nextTerm ?? '' }
    await db.indexState.put({ name: 'merge', value })
  } else {
    await endMerge(db, state, inputs, output, ids)
  }
}

async function inputOf(
  db: Database,
  head: StoredHead,
  newIds: Uint32Array,
  removed: ReadonlySet<number>,
): Promise<MergeInput & { head: StoredHead }> {
  return {
    head,
    newNumbers: renumber(await getColumn(db, head, 'ids'), newIds, removed),
    readBlock: async (list, n) =>
      (await db.segmentBlocks.get([head.id, list, n]))?.bytes ?? missing(),
    readPage: async (n) =>
      (await db.segmentBlocks.get([head.id, 'postings', n]))?.bytes ?? missing(),
  }
}

/** The merged segment takes the place of its inputs, without what was taken out meanwhile. */
async function endMerge(
  db: Database,
  state: MergeState,
  inputs: readonly (MergeInput & { head: StoredHead })[],
  output: StoredHead,
  ids: Columns['ids'],
): Promise<void> {
  const removed: number[] = []
  const { days, votes } = columnsOfLength(output.docCount)
  for (const [i, { head, newNumbers }] of inputs.entries()) {
    const before = new Set(state.inputs[i]?.removed)
    for (const doc of head.removed) if (!before.has(doc)) removed.push(newNumbers[doc] as number)
    copyColumn(days, await getColumn(db, head, 'days'), newNumbers)
    copyColumn(votes, await getColumn(db, head, 'votes'), newNumbers)
    await dropSegment(db, head.id)
  }
  await putColumns(db, output.id, columnRecords({ ids, days, votes }))
  const rising = removed.sort((a, b) => a - b)
  const daySpans = daySpansOf(days)
  await db.segments.update(output.id, { removed: rising, daySpans, isPending: false })
  await db.indexState.delete('merge')
}

function copyColumn(to: Uint16Array, from: Uint16Array, newNumbers: Int32Array): void {
  for (const [doc, value] of from.entries()) {
    const number = newNumbers[doc] as number
    if (number >= 0) to[number] = value
  }
}

async function keptIds(db: Database, head: StoredHead): Promise<Uint32Array> {
  const removed = new Set(head.removed)
  return (await getColumn(db, head, 'ids')).filter((_, doc) => !removed.has(doc))
}

/** The new number of each paper, by two rising columns of ids; -1 for one taken out before. */
function renumber(ids: Uint32Array, newIds: Uint32Array, removed: ReadonlySet<number>): Int32Array {
  const numbers = new Int32Array(ids.length).fill(-1)
  let at = 0
  for (const [doc, id] of ids.entries()) {
    while (at < newIds.length && (newIds[at] as number) < id) at++
    if (newIds[at] === id && !removed.has(doc)) numbers[doc] = at
  }
  return numbers
}

function columnsOfLength(length: number): Pick<Columns, 'days' | 'votes'> {
  return { days: emptyColumn('days', length), votes: emptyColumn('votes', length) }
}

function listAfter(list: TermList): TermList | undefined {
  return termLists[termLists.indexOf(list) + 1]
}
