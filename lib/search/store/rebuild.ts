import type { Database } from '../../db/database.ts'
import { type RebuildState, rebuildFromStart, type StoredHead } from '../../model/search-index.ts'
import { segmentAnalysis, segmentFormat } from '../segment/segment.ts'
import { dropSegment, indexTables } from './tables.ts'
import { indexPapers } from './write-segment.ts'

const papersAStep = 250

/** Throws the index away; it is built anew from the papers, which are not touched. */
export async function resetIndex(db: Database): Promise<void> {
  await db.transaction('rw', [...indexTables(db)], async () => {
    for (const table of indexTables(db)) await table.clear()
    await db.indexState.put(rebuildFromStart)
  })
}

/**
 * Begins to replace an index of an older make: where it can be read, it answers until the
 * new one is whole; otherwise it is thrown away.
 */
export async function replaceOutdated(db: Database): Promise<void> {
  await db.transaction('rw', [...indexTables(db)], async () => {
    const heads = await db.segments.toArray()
    const rebuild = (await db.indexState.get('rebuild'))?.value as RebuildState | undefined
    const current = rebuild
      ? heads.filter(({ generation }) => generation === rebuild.building)
      : heads
    if (heads.some(({ format }) => format !== segmentFormat)) return resetIndex(db)
    if (current.every(isOfThisMake)) return
    const answering = rebuild ? rebuild.answering : (heads[0] as StoredHead).generation
    if (answering === undefined) return resetIndex(db)
    // What a still older make had begun to build is of no use any more.
    for (const head of rebuild ? current : []) await dropSegment(db, head.id)
    const building = Math.max(...heads.map(({ generation }) => generation)) + 1
    await db.indexState.put({ name: 'rebuild', value: { afterId: '', building, answering } })
  })
}

const isOfThisMake = ({ format, analysis }: StoredHead): boolean =>
  format === segmentFormat && analysis === segmentAnalysis

/** Indexes some papers that are not yet; false when all are. */
export async function rebuildStep(db: Database): Promise<boolean> {
  return db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
    const state = await db.indexState.get('rebuild')
    if (state?.name !== 'rebuild') return false
    const { afterId, building, answering } = state.value
    const papers = await db.papers.where('id').above(afterId).limit(papersAStep).toArray()
    const last = papers.at(-1)
    if (last) {
      await indexPapers(db, papers, { generations: [building] })
      await db.indexState.put({ name: 'rebuild', value: { ...state.value, afterId: last.id } })
      return true
    }
    await db.indexState.delete('rebuild')
    for (const { id, generation } of await db.segments.toArray()) {
      if (generation === answering) await dropSegment(db, id)
    }
    return true
  })
}
