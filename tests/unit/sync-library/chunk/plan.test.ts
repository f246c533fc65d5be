import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knowsAll, type LibraryEntry } from '../../../../lib/library/merge/entry.ts'
import { stampAt } from '../../../../lib/model/stamp.ts'
import { planChunks, type SyncPlan } from '../../../../lib/sync-library/chunk/plan.ts'
import {
  itemBytes,
  readChunks,
  type SyncItems,
} from '../../../../lib/sync-library/chunk/read-chunks.ts'
import { createRandom } from '../../../support/feed/seeded-random.ts'
import { sampleLibrary } from '../../../support/library/sample-library.ts'
import { libraries } from '../../library/merge/entries.ts'

const limits = { total: 102_400, item: 8192 }

/** What lies in the browser's sync after a plan was carried out. */
function carryOut(items: SyncItems, { writes, removals }: SyncPlan): Record<string, unknown> {
  const after: Record<string, unknown> = { ...items, ...writes }
  for (const key of removals) delete after[key]
  return after
}

async function store(library: LibraryEntry[], items: SyncItems = {}, within = limits) {
  const plan = await planChunks(library, await readChunks(items), within)
  return { plan, items: carryOut(items, plan), read: await readChunks(carryOut(items, plan)) }
}

const sizeOf = (items: SyncItems) =>
  Object.entries(items).reduce((sum, [key, value]) => sum + itemBytes(key, value), 0)

/** Letters that no compression makes shorter. */
function noise(length: number, seed = 1): string {
  const random = createRandom(seed)
  return Array.from({ length }, () => String.fromCharCode(random.between(0x4e00, 0x9000))).join('')
}

function noted(id: string, ms: number, note: string): LibraryEntry {
  const stamp = stampAt(ms, 'm4ch1ne0')
  return {
    id,
    saved: { stamp, value: { at: ms } },
    note: { stamp, value: note },
    tags: new Map(),
  }
}

describe('a library in the browser’s sync', () => {
  test('of four thousand papers with two tags each fits, in under 25 bytes a paper', async () => {
    const library = sampleLibrary(4000)
    const { plan, items, read } = await store(library)
    expect(plan).toMatchObject({ papers: 4000, papersLeftOut: 0, notesLeftOut: 0, removals: [] })
    expect(plan.bytes).toBe(sizeOf(items))
    expect(plan.bytes / 4000).toBeLessThan(25)
    for (const [key, value] of Object.entries(items)) {
      expect(itemBytes(key, value)).toBeLessThanOrEqual(limits.item)
    }
    expect(library.every((entry) => knowsAll(read.known.get(entry.id), entry))).toBe(true)
  })

  test('is not written again while it says nothing new', async () => {
    const library = sampleLibrary(1500)
    const { items } = await store(library)
    expect((await store(library, items)).plan).toMatchObject({ writes: {}, removals: [] })
    expect((await store(library.slice(0, 700), items)).plan.writes).toEqual({})
  })

  test('is written only where it changed', async () => {
    const library = sampleLibrary(4000)
    const { items } = await store(library)
    const changed = library.map((entry, i) =>
      i === 99
        ? { ...entry, status: { stamp: stampAt(2e12, 'm'), value: 'read' as const } }
        : entry,
    )
    const { plan, read } = await store(changed, items)
    expect(Object.keys(plan.writes).length).toBeLessThanOrEqual(2)
    expect(read.known.get(changed[99]?.id ?? '')).toEqual(changed[99])
  })

  test('says all of any library, whatever lay there before', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, libraries, async (before, library) => {
        const small = { total: 102_400, item: 700 }
        const { items } = await store(before, { theirs: [1, 2] }, small)
        const { plan, read, items: after } = await store(library, items, small)
        for (const entry of library) {
          const { note: _note, ...others } = entry
          const all = plan.notesLeftOut > 0 ? { ...others } : entry
          expect(knowsAll(read.known.get(entry.id), all)).toBe(true)
        }
        expect(after.theirs).toEqual([1, 2])
      }),
      { numRuns: 50 },
    )
  })
})

describe('a library that does not fit', () => {
  test('leaves out the papers saved longest ago, and says how many', async () => {
    const library = sampleLibrary(6000)
    const { plan, items, read } = await store(library)
    expect(sizeOf(items)).toBeLessThanOrEqual(limits.total)
    expect(plan.papers).toBeGreaterThan(4000)
    expect(plan.papers + plan.papersLeftOut).toBe(6000)
    expect(read.known.size).toBe(plan.papers)
    const savedAt = ({ saved }: LibraryEntry) => saved?.stamp ?? ''
    const held = library
      .filter(({ id }) => read.known.has(id))
      .map(savedAt)
      .sort()
    const left = library
      .filter(({ id }) => !read.known.has(id))
      .map(savedAt)
      .sort()
    expect((left.at(-1) ?? '') <= (held[0] ?? '')).toBe(true)
    // The same again, by any machine that knows the same.
    expect((await store([...library].reverse(), items)).plan).toMatchObject({
      writes: {},
      removals: [],
    })
  })

  test('makes room for what is new, and never takes more than there is', async () => {
    const { items } = await store(sampleLibrary(6000))
    const fresh = noted('2609.00001', 1.9e12, 'New')
    const { items: after, read } = await store([...sampleLibrary(6000), fresh], items)
    expect(read.known.get(fresh.id)).toEqual(fresh)
    expect(sizeOf(after)).toBeLessThanOrEqual(limits.total)
  })

  test('keeps every paper let go, and notes only where there is room left', async () => {
    const released = sampleLibrary(300, 2).map(({ id }) => ({
      ...{ id, released: stampAt(1e12, 'm4ch1ne0'), tags: new Map() },
    }))
    const papers = Array.from({ length: 40 }, (_, i) =>
      noted(`2601.${String(i).padStart(5, '0')}`, 1.7e12 + i, noise(1200, i)),
    )
    const { plan, read } = await store([...released, ...papers])
    expect(plan).toMatchObject({ papers: 40, papersLeftOut: 0 })
    expect(plan.notesLeftOut).toBeGreaterThan(0)
    expect(plan.notesLeftOut).toBeLessThan(30)
    expect(read.known.size).toBe(340)
    expect(read.known.get('2601.00039')?.note?.value).toBe(noise(1200, 39))
    expect(read.known.get('2601.00000')?.note).toBeUndefined()
  })

  test('holds a paper without a note that is longer than an item', async () => {
    const { plan, read } = await store([noted('2601.00001', 1e12, noise(9000))])
    expect(plan).toMatchObject({ papers: 1, notesLeftOut: 1 })
    expect(read.known.has('2601.00001')).toBe(true)
  })

  test('holds no note that folds into an item but unfolds to more than is read', async () => {
    const { plan, read } = await store([noted('2601.00001', 1e12, 'a'.repeat(5e6))])
    expect(plan).toMatchObject({ papers: 1, notesLeftOut: 1 })
    expect(read.unreadable).toEqual([])
    expect(read.known.has('2601.00001')).toBe(true)
  })

  test('leaves out a paper with more tags than an item holds, and no other', async () => {
    const other = noted('2601.00002', 1e12, 'Short')
    const { stamp } = other.note as { stamp: string }
    const tags = new Map([[noise(9000), { stamp, value: true }]])
    const { plan, read } = await store([{ ...noted('2601.00001', 1e12, 'Short'), tags }, other])
    expect(plan).toMatchObject({ papers: 1, papersLeftOut: 1 })
    expect([...read.known.keys()]).toEqual(['2601.00002'])
  })
})

describe('what cannot be read', () => {
  test('is left alone and told, and its place is not taken', async () => {
    const library = sampleLibrary(20)
    const strange = { 'p1.0': 'damaged', 'p2.0': 'of the future', other: { a: 1 } }
    const { items, read, plan } = await store(library, strange)
    expect(items).toMatchObject(strange)
    expect(read.unreadable.sort()).toEqual(['p1.0', 'p2.0'])
    expect(read.known.size).toBe(20)
    expect(plan.bytes).toBe(sizeOf(items))
  })
})

test('two machines that split the same chunk at once lose nothing and come to rest', async () => {
  const both = sampleLibrary(400)
  const { items } = await store(both.slice(0, 200))
  const [a, b] = [both.slice(0, 330), [...both.slice(0, 200), ...both.slice(330)]]
  const first = await store(a, items)
  const second = await store(b, items)
  // Key by key, one or the other came last.
  let shared: Record<string, unknown> = { ...first.items, ...second.items }
  for (let round = 0; round < 3; round++) {
    for (const mine of [a, b]) {
      const { known } = await readChunks(shared)
      const library = new Map(mine.map((entry) => [entry.id, entry]))
      for (const entry of known.values()) library.set(entry.id, entry)
      shared = (await store([...library.values()], shared)).items
    }
  }
  const { known } = await readChunks(shared)
  expect(both.every((entry) => knowsAll(known.get(entry.id), entry))).toBe(true)
  expect((await store(both, shared)).plan).toMatchObject({ writes: {}, removals: [] })
})
