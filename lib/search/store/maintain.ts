import type { Database } from '../../db/database.ts'
import { CorruptIndexError } from '../segment/seal.ts'
import { mergeAStep } from './merge-segments.ts'
import { rebuildStep, replaceOutdated, resetIndex } from './rebuild.ts'

/** Bytes that a step of a merge reads: some dozen milliseconds of work. */
const bytesAStep = 512 * 1024

/**
 * Does what the index has left to do, step by step: merges, and papers that are not in it.
 * Every step is one transaction and leaves a whole index, so the worker may die between two.
 */
export function maintainIndex(db: Database, stepBytes = bytesAStep): Promise<void> {
  return navigator.locks.request('paperboy-index', async () => {
    await replaceOutdated(db)
    try {
      await finish(db, stepBytes)
    } catch (error) {
      if (!(error instanceof CorruptIndexError)) throw error
      await resetIndex(db)
      await finish(db, stepBytes)
    }
  })
}

async function finish(db: Database, stepBytes: number): Promise<void> {
  // Merges first: an index under way is to be as quick to ask as a whole one.
  while ((await mergeAStep(db, stepBytes)) || (await rebuildStep(db)));
}
