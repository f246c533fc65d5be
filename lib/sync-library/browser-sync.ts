import type { Database } from '../db/database.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { applyLibrary, type MergeCounts, readLibrary } from '../library/merge/apply.ts'
import type { BrowserSyncReport } from '../model/library-report.ts'
import { planChunks, type SyncPlan } from './chunk/plan.ts'
import { type ReadChunks, readChunks } from './chunk/read-chunks.ts'
import type { ItemStore } from './item-store.ts'
import { describeRefusal, quotaOf } from './quota.ts'

/** How much of the limit is used, try by try: a browser may count otherwise than it says. */
const shares = [1, 0.95, 0.85]

/**
 * Merges what the browser's sync holds into the library, then writes what it does not hold yet.
 * Machines that write at once may take each other's chunks away; each then finds again what is
 * missing, since it has all of it here. Never rejects for the sync's sake: trouble is in the report.
 */
export async function syncWithBrowser(
  db: Database,
  store: ItemStore,
  now = Date.now(),
): Promise<MergeCounts> {
  let counts: MergeCounts = { added: 0, changed: 0, released: 0 }
  const before = (await readSyncState(db)).browserSync
  try {
    const read = await readChunks(await store.read())
    counts = await applyLibrary(db, read.known.values(), undefined, now)
    const plan = await write(db, store, read)
    await writeSyncState(db, 'browserSync', { ...reportOf(plan, read, store), syncedAt: now })
  } catch (error) {
    await writeSyncState(db, 'browserSync', {
      ...(before ?? emptyReport(store)),
      problem: describeRefusal(error),
    })
  }
  return counts
}

async function write(
  db: Database,
  store: ItemStore,
  read: ReadChunks,
  [share = 1, ...smaller]: readonly number[] = shares,
): Promise<SyncPlan> {
  const { total, item } = store.limits
  const plan = await planChunks(await readLibrary(db), read, { total: total * share, item })
  try {
    if (Object.keys(plan.writes).length > 0) await store.write(plan.writes)
    if (plan.removals.length > 0) await store.remove(plan.removals)
    return plan
  } catch (error) {
    if (quotaOf(error) !== 'total' || smaller.length === 0) throw error
    return write(db, store, read, smaller)
  }
}

function reportOf(
  { papers, papersLeftOut, notesLeftOut, bytes }: SyncPlan,
  { unreadable }: ReadChunks,
  { limits }: ItemStore,
): BrowserSyncReport {
  const held = { papers, papersLeftOut, notesLeftOut, bytes }
  return { ...held, bytesLimit: limits.total, unreadable: unreadable.length }
}

function emptyReport({ limits }: ItemStore): BrowserSyncReport {
  const held = { papers: 0, papersLeftOut: 0, notesLeftOut: 0, bytes: 0 }
  return { ...held, bytesLimit: limits.total, unreadable: 0 }
}
