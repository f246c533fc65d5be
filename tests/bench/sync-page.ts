import { PaperboyDatabase } from '../../lib/db/database.ts'
import { applyLibrary } from '../../lib/library/merge/apply.ts'
import { type LibraryEntry, mergeEntries } from '../../lib/library/merge/entry.ts'
import { nextStamp } from '../../lib/model/stamp.ts'
import { changeChoices } from '../../lib/sync-library/choices.ts'
import { planChunks } from '../../lib/sync-library/chunk/plan.ts'
import { itemBytes, readChunks } from '../../lib/sync-library/chunk/read-chunks.ts'
import { browserItems } from '../../lib/sync-library/item-store.ts'
import { sampleLibrary } from '../support/library/sample-library.ts'
import { sampleRecords } from '../support/library/sample-records.ts'

/** What the bench of syncing asks of a page of the extension. */
export type SyncBench = typeof syncBench

const syncBench = {
  /** Milliseconds for merging two libraries in memory, half of whose papers both have. */
  async mergeInMemory(count: number): Promise<number> {
    const { here, there } = twoLibraries(count)
    const started = performance.now()
    const merged = new Map(here.map((entry) => [entry.id, entry]))
    for (const entry of there) {
      const known = merged.get(entry.id)
      merged.set(entry.id, known ? mergeEntries(known, entry) : entry)
    }
    return performance.now() - started
  },

  /** The same into a database, where half of what both have was changed there; and once again. */
  async mergeIntoDatabase(count: number): Promise<{ firstMs: number; againMs: number }> {
    const db = new PaperboyDatabase(`bench-${crypto.randomUUID()}`)
    try {
      const { here, there } = twoLibraries(count)
      await applyLibrary(db, here, sampleRecords(here))
      const records = sampleRecords(there)
      const started = performance.now()
      await applyLibrary(db, there, records)
      const between = performance.now()
      await applyLibrary(db, there, records)
      return { firstMs: between - started, againMs: performance.now() - between }
    } finally {
      await db.delete()
    }
  },

  /** What a library takes in the browser's sync, written there, and how many of it fit. */
  async bytes(count: number): Promise<{ papers: number; bytes: number; planMs: number }> {
    const library = sampleLibrary(count)
    // Or the background would write there, too.
    await changeChoices(() => ({ isBrowserSyncOn: false }))
    await browser.storage.sync.clear()
    const read = await readChunks({})
    const started = performance.now()
    const { writes, papers } = await planChunks(library, read, browserItems.limits)
    const planMs = performance.now() - started
    await browserItems.write(writes)
    const items = Object.entries(await browserItems.read())
    return { papers, bytes: items.reduce((sum, item) => sum + itemBytes(...item), 0), planMs }
  },
}

declare const browser: { storage: { sync: { clear(): Promise<void> } } }

/** Two machines: half of the papers are on both, and half of those were changed on the second. */
function twoLibraries(count: number): { here: LibraryEntry[]; there: LibraryEntry[] } {
  const all = sampleLibrary(count * 1.5)
  const there = all.slice(count / 2).map((entry, i): LibraryEntry => {
    if (i >= count / 2 || i % 2 === 1) return entry
    const stamp = nextStamp(undefined, Date.now(), 'm4ch1ne1')
    return { ...entry, status: { stamp, value: 'read' }, note: { stamp, value: 'Read again.' } }
  })
  return { here: all.slice(0, count), there }
}

Object.assign(globalThis, { syncBench })
