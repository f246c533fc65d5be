import { describe, expect, test } from 'vitest'
import type { PaperboyDatabase } from '../../../lib/db/database.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { applyLibrary, readLibrary } from '../../../lib/library/merge/apply.ts'
import { syncWithBrowser } from '../../../lib/sync-library/browser-sync.ts'
import { sampleLibrary } from '../../support/library/sample-library.ts'
import { SharedItems } from '../../support/library/shared-items.ts'
import { makeIds, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const ids = makeIds(6)

async function openMachine(saved: readonly string[] = []): Promise<PaperboyDatabase> {
  const db = openDatabase()
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  for (const id of saved) await savePaper(db, id, Date.now())
  return db
}

async function savedIds(db: PaperboyDatabase): Promise<string[]> {
  return (await db.saved.toCollection().primaryKeys()).sort()
}

const reportOf = async (db: PaperboyDatabase) => (await readSyncState(db)).browserSync

describe('the browser’s sync', () => {
  test('brings each machine what the other has', async () => {
    const store = new SharedItems()
    const [a, b] = [await openMachine(ids.slice(0, 2)), await openMachine(ids.slice(2, 4))]
    await syncWithBrowser(a, store)
    expect(await syncWithBrowser(b, store)).toEqual({ added: 2, changed: 0, released: 0 })
    await syncWithBrowser(a, store)
    expect(await savedIds(a)).toEqual(ids.slice(0, 4))
    expect(await savedIds(b)).toEqual(ids.slice(0, 4))
    expect(await reportOf(a)).toMatchObject({
      ...{ papers: 4, papersLeftOut: 0, notesLeftOut: 0, unreadable: 0 },
      ...{ bytes: store.bytes(), bytesLimit: 102_400, syncedAt: expect.any(Number) },
    })
  })

  test('brings a delete, into the bin', async () => {
    const store = new SharedItems()
    const [a, b] = [await openMachine(ids), await openMachine()]
    await syncWithBrowser(a, store)
    await syncWithBrowser(b, store)
    await releasePapers(b, [ids[0] as string], Date.now())
    await syncWithBrowser(b, store)
    expect(await syncWithBrowser(a, store)).toEqual({ added: 0, changed: 0, released: 1 })
    expect(await savedIds(a)).toEqual(ids.slice(1))
    expect(await a.released.count()).toBe(1)
  })

  test('is not written to while nothing is new', async () => {
    const store = new SharedItems()
    const [a, b] = [await openMachine(ids), await openMachine()]
    await syncWithBrowser(a, store)
    const { writes } = store
    for (const db of [a, b, a, b]) await syncWithBrowser(db, store)
    expect(store.writes).toBe(writes)
  })

  test('is made whole again by a machine whose change was overwritten', async () => {
    const store = new SharedItems()
    const [a, b] = [await openMachine(ids.slice(0, 2)), await openMachine(ids.slice(2, 4))]
    await syncWithBrowser(a, store)
    const overwritten = structuredClone(store.items)
    store.items = {}
    await syncWithBrowser(b, store)
    // Both wrote the same key; the last of them stayed.
    store.items = { ...store.items, ...overwritten }
    for (const db of [b, a]) await syncWithBrowser(db, store)
    expect(await savedIds(a)).toEqual(ids.slice(0, 4))
    expect(await savedIds(b)).toEqual(ids.slice(0, 4))
  })

  test('that is refused loses nothing, says so, and goes on the next time', async () => {
    const store = new SharedItems()
    const a = await openMachine(ids)
    store.failure = new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.')
    await syncWithBrowser(a, store)
    expect((await reportOf(a))?.problem).toContain('pause')
    store.failure = new Error('Sync is disabled')
    await syncWithBrowser(a, store)
    expect((await reportOf(a))?.problem).toContain('Sync is disabled')
    expect(store.items).toEqual({})
    expect(await savedIds(a)).toEqual(ids)
    delete store.failure
    await syncWithBrowser(a, store)
    expect(await reportOf(a)).toMatchObject({ papers: 6 })
    expect((await reportOf(a))?.problem).toBeUndefined()
  })

  test('that takes less than it says gets what it takes', async () => {
    const store = new SharedItems()
    store.limits = { total: 20_000, item: 8192 }
    store.trueTotal = 17_500
    const a = openDatabase()
    await applyLibrary(a, sampleLibrary(1000))
    await syncWithBrowser(a, store)
    expect(store.bytes()).toBeLessThanOrEqual(17_500)
    const report = await reportOf(a)
    expect(report?.problem).toBeUndefined()
    expect(report?.papers).toBeGreaterThan(500)
    expect((report?.papers ?? 0) + (report?.papersLeftOut ?? 0)).toBe(1000)
    expect(await a.saved.count()).toBe(1000)
  })

  test('leaves what it cannot read alone, and says how much', async () => {
    const store = new SharedItems()
    store.items = { 'p1.0': 'damaged', 'p7.0': 'of the future' }
    const [a, b] = [await openMachine(ids.slice(0, 3)), await openMachine(ids.slice(3))]
    for (const db of [a, b, a]) await syncWithBrowser(db, store)
    expect(store.items).toMatchObject({ 'p1.0': 'damaged', 'p7.0': 'of the future' })
    expect(await reportOf(a)).toMatchObject({ unreadable: 2, papers: 6 })
    expect(await savedIds(b)).toEqual(ids)
  })

  test('comes to rest at the same library on three machines, full or not', async () => {
    const store = new SharedItems()
    store.limits = { total: 9000, item: 2000 }
    const parts = [0, 1, 2].map((machine) => sampleLibrary(600).filter((_, i) => i % 3 === machine))
    const dbs = await Promise.all(
      parts.map(async (part) => {
        const db = openDatabase()
        await applyLibrary(db, part)
        return db
      }),
    )
    for (let round = 0; round < 3; round++) for (const db of dbs) await syncWithBrowser(db, store)
    const { writes } = store
    for (const db of dbs) await syncWithBrowser(db, store)
    expect(store.writes).toBe(writes)
    expect(store.bytes()).toBeLessThanOrEqual(9000)
    // What fits is known to all; each keeps what it has besides.
    const newest = sampleLibrary(600).sort((a, b) =>
      (a.saved?.stamp ?? '') < (b.saved?.stamp ?? '') ? 1 : -1,
    )
    for (const db of dbs) {
      const known = new Set((await readLibrary(db)).map(({ id }) => id))
      expect(newest.slice(0, 200).every(({ id }) => known.has(id))).toBe(true)
    }
    // Twelve rounds over six hundred papers: on a machine at work that takes its time.
  }, 120_000)
})
