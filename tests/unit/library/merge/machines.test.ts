import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { stampChange } from '../../../../lib/db/clock.ts'
import type { PaperboyDatabase } from '../../../../lib/db/database.ts'
import { releasePapers, restoreLastReleased } from '../../../../lib/db/released.ts'
import { libraryTables, savePaper } from '../../../../lib/db/saved.ts'
import { applyLibrary, readLibrary } from '../../../../lib/library/merge/apply.ts'
import type { SavedPaper } from '../../../../lib/model/saved-paper.ts'
import { makeIds, makePaper, withoutStamps } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

const ids = makeIds(2)
const day = 86_400_000
const machine = fc.nat(2)
const anId = fc.constantFrom(...ids)

/** What happens on three machines: what readers do, and exchanges from one to another. */
const happening = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('save', 'release', 'restore'),
      on: machine,
      id: anId,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('edit'),
      on: machine,
      id: anId,
      status: fc.constantFrom('to-read', 'reading', 'read'),
      tag: fc.constantFrom('a', 'b'),
      note: fc.string({ minLength: 1, maxLength: 3 }),
      part: fc.constantFrom('status', 'tag', 'note'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('exchange'), on: machine, with: machine }),
  },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** Three machines with clocks of their own, days apart. */
class Machines {
  readonly dbs = [openDatabase(), openDatabase(), openDatabase()]
  readonly offsets: readonly number[]
  #now = Date.parse('2026-08-14T00:00:00Z')

  constructor(offsets: readonly number[]) {
    this.offsets = offsets
  }

  async open(): Promise<void> {
    for (const db of this.dbs) await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  }

  async run(happening: Happening): Promise<void> {
    const db = this.dbs[happening.on] as PaperboyDatabase
    this.#now += 1000
    const now = this.#now + (this.offsets[happening.on] ?? 0) * day
    vi.setSystemTime(now)
    if ('with' in happening) await this.exchange(happening.on, happening.with)
    else if ('part' in happening) await edit(db, happening)
    else if (happening.what === 'save') await savePaper(db, happening.id, now)
    else if (happening.what === 'release') await releasePapers(db, [happening.id], now)
    else await restoreLastReleased(db, 0)
  }

  async exchange(from: number, to: number): Promise<void> {
    const [a, b] = [this.dbs[from] as PaperboyDatabase, this.dbs[to] as PaperboyDatabase]
    await applyLibrary(b, await readLibrary(a))
  }
}

async function edit(
  db: PaperboyDatabase,
  change: Extract<Happening, { part: string }>,
): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const row = await db.saved.get(change.id)
    if (!row) return
    const stamp = await stampChange(db)
    const { stamps } = row
    if (change.part === 'status') {
      Object.assign(row, { status: change.status, stamps: { ...stamps, status: stamp } })
    } else if (change.part === 'note') {
      Object.assign(row, { note: change.note, stamps: { ...stamps, note: stamp } })
    } else {
      const isOn = row.tags.includes(change.tag)
      row.tags = isOn ? row.tags.filter((tag) => tag !== change.tag) : [...row.tags, change.tag]
      row.stamps = { ...stamps, tags: { ...stamps.tags, [change.tag]: stamp } }
    }
    await db.saved.put(row)
  })
}

afterEach(() => void vi.useRealTimers())

test('three machines with clocks days apart come to the same library in any order', async () => {
  const offsets = fc.tuple(...[0, 0, 0].map(() => fc.integer({ min: -4, max: 4 })))
  const order = fc.shuffledSubarray(
    [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b] as const)),
    { minLength: 9 },
  )
  await fc.assert(
    fc.asyncProperty(
      offsets,
      fc.array(happening, { minLength: 5, maxLength: 40, size: 'max' }),
      fc.tuple(order, order),
      async (offsets, happenings, orders) => {
        vi.useFakeTimers({ toFake: ['Date'] })
        const machines = new Machines(offsets)
        await machines.open()
        for (const on of [0, 1, 2]) {
          for (const id of ids) await machines.run({ what: 'save', on, id })
        }
        for (const each of happenings) await machines.run(each)
        const before = (await Promise.all(machines.dbs.map(copies))).flat()
        for (const [from, to] of orders.flat()) await machines.exchange(from, to)
        const [first, ...others] = await Promise.all(machines.dbs.map(contents))
        for (const other of others) expect(other).toEqual(first)
        // A paper that is kept has the latest note of any machine, and be it in a bin.
        for (const row of first?.saved ?? []) {
          const notes = before.filter(({ id, stamps }) => id === row.id && stamps.note)
          const latest = notes.sort((a, b) =>
            (a.stamps.note ?? '') < (b.stamps.note ?? '') ? 1 : -1,
          )
          if (latest[0]) expect(row.note ?? '').toBe(latest[0].note ?? '')
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

/** The copy that each paper has on a machine: among what is saved, or in the bin. */
async function copies(db: PaperboyDatabase): Promise<SavedPaper[]> {
  const saved = await db.saved.toArray()
  const isSaved = new Set(saved.map(({ id }) => id))
  return [...saved, ...(await db.released.toArray()).filter(({ id }) => !isSaved.has(id))]
}

/** What a reader sees, and what machines agree on. */
async function contents(db: PaperboyDatabase) {
  const saved = await db.saved.orderBy('id').toArray()
  const shown = withoutStamps(saved).map((row) => ({
    ...row,
    tags: [...row.tags].sort(),
    note: row.note ?? '',
  }))
  return {
    saved: shown,
    stamps: saved.map(({ stamps }) => stamps),
    tombstones: await db.tombstones.orderBy('id').toArray(),
  }
}
