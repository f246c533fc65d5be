import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { PaperboyDatabase } from '../../../../lib/db/database.ts'
import { releasePapers } from '../../../../lib/db/released.ts'
import { backUpDaily, dailyBackups, dailyFile } from '../../../../lib/library/backup/daily.ts'
import { makeBackup } from '../../../../lib/library/backup/make-backup.ts'
import { bringIn } from '../../../../lib/library/bring-in/bring-in.ts'
import { decodeFile } from '../../../../lib/library/bring-in/decode-file.ts'
import { previewOf } from '../../../../lib/library/bring-in/preview.ts'
import { type ReadFile, readAll } from '../../../../lib/library/bring-in/read-all.ts'
import { writeLocal } from '../../../../lib/local-store.ts'
import type { SavedPaper } from '../../../../lib/model/saved-paper.ts'
import { stampAt } from '../../../../lib/model/stamp.ts'
import { makeIds, makePaper, makeSaved } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => void vi.restoreAllMocks())

const dayMs = 86_400_000
const now = Date.parse('2026-11-25T08:00:00Z')

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('__proto__', 'constructor', '"},\n]', 'thesis'),
)
const time = fc.integer({ min: 0, max: now })
const stamp = fc
  .tuple(time, fc.constantFrom('', 'm4ch1ne0'))
  .map(([ms, machine]) => stampAt(ms, machine))

const saved: fc.Arbitrary<SavedPaper> = fc
  .record(
    {
      id: fc.constantFrom(...makeIds(30)),
      savedAt: time,
      savedFrom: fc.constantFrom('paperboy', 'page', 'link', 'import', 'sync'),
      record: fc.record(
        { title: text, abstract: text, doi: text, stars: fc.nat() },
        { requiredKeys: ['title', 'abstract'] },
      ),
      status: fc.constantFrom('to-read', 'reading', 'read'),
      tags: fc.uniqueArray(
        text.filter((tag) => tag !== ''),
        { maxLength: 4 },
      ),
      note: text,
      stamps: fc.record(
        {
          saved: stamp,
          status: stamp,
          note: stamp,
          tags: fc.dictionary(text, stamp, { maxKeys: 4 }),
        },
        { requiredKeys: ['saved'] },
      ),
      pendingSince: time,
    },
    { requiredKeys: ['id', 'savedAt', 'record', 'status', 'tags', 'stamps'] },
  )
  .map((row) => ({ ...row, record: makePaper({ ...row.record, id: row.id }) }) as SavedPaper)

/** A library in which no paper is in two places at once. */
const library = fc
  .uniqueArray(saved, { selector: ({ id }) => id, maxLength: 12 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length), fc.nat(now), stamp))
  .map(([rows, kept, releasedAt, gone]) => ({
    saved: rows.slice(0, kept),
    released: rows.slice(kept).map((row) => ({ ...row, releasedAt })),
    tombstones: rows.slice(kept).map(({ id }) => ({ id, stamp: gone })),
  }))

type Rows = typeof library extends fc.Arbitrary<infer Value> ? Value : never

async function fill(db: PaperboyDatabase, rows: Rows): Promise<void> {
  await db.saved.bulkPut(rows.saved)
  await db.released.bulkPut(rows.released)
  await db.tombstones.bulkPut(rows.tombstones)
}

const libraryOf = async (db: PaperboyDatabase) => ({
  saved: await db.saved.toArray(),
  released: await db.released.toArray(),
  tombstones: await db.tombstones.toArray(),
  state: await db.libraryState.toArray(),
  papers: await db.papers.toArray(),
})

const readBack = async (file: Blob) => readAll(await decodeFile(file))
const restore = (db: PaperboyDatabase, { entries, rest }: ReadFile) =>
  bringIn({ db, entries, now, ...(rest && { rest }) })

describe('a backup', () => {
  test('restored into an empty database is the same library, and again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (rows) => {
        const [from, to] = [openDatabase(), openDatabase()]
        await fill(from, rows)
        const file = await readBack((await makeBackup(from, now)).file)
        expect(file.unreadable).toEqual([])
        expect(file.rest?.damage).toBeUndefined()
        await restore(to, file)
        const { saved, released, tombstones } = await libraryOf(to)
        expect({ saved, released, tombstones }).toEqual({
          saved: await from.saved.toArray(),
          released: await from.released.toArray(),
          tombstones: await from.tombstones.toArray(),
        })
        expect((await makeBackup(to, now)).checksum).toBe((await makeBackup(from, now)).checksum)
        const before = await libraryOf(to)
        await restore(to, file)
        expect(await libraryOf(to)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  test('restored over any library loses nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(library, library, async (here, there) => {
        const [db, other] = [openDatabase(), openDatabase()]
        await fill(db, here)
        await fill(other, there)
        await restore(db, await readBack((await makeBackup(other, now)).file))
        const after = new Map((await db.saved.toArray()).map((row) => [row.id, row]))
        for (const { id, status, tags, note, savedAt } of here.saved) {
          const row = after.get(id) as SavedPaper
          expect(row).toMatchObject({ status, savedAt })
          expect(row.tags).toEqual(expect.arrayContaining(tags))
          expect(row.note ?? '').toContain((note ?? '').trim())
        }
        for (const { id, tags } of there.saved) {
          expect(after.get(id)?.tags).toEqual(expect.arrayContaining(tags))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('brings back what was let go since, with a stamp that outdoes the tombstone', async () => {
    const db = openDatabase()
    await db.saved.bulkPut(makeIds(3).map((id) => makeSaved({ id, note: `Of ${id}` })))
    const { file } = await makeBackup(db, now)
    await releasePapers(db, makeIds(3), now)
    const stones = await db.tombstones.toArray()
    const read = await readBack(file)
    expect(await previewOf(db, read)).toMatchObject({ fresh: [{}, {}, {}], letGo: 3, madeAt: now })
    await restore(db, read)
    const rows = await db.saved.toArray()
    expect(rows.map(({ note }) => note)).toEqual(makeIds(3).map((id) => `Of ${id}`))
    expect(rows.every((row, i) => row.stamps.saved > (stones[i]?.stamp as string))).toBe(true)
    expect(await db.tombstones.count()).toBe(0)
  })

  test('says what differs before anything is done: the status here stays', async () => {
    const [db, other] = [openDatabase(), openDatabase()]
    await other.saved.bulkPut(
      makeIds(3).map((id) => makeSaved({ id, status: 'read', tags: ['a'] })),
    )
    await db.saved.bulkPut([
      makeSaved({ id: '2608.00001', status: 'read', tags: ['a'] }),
      makeSaved({ id: '2608.00002', status: 'reading', tags: ['a', 'b'] }),
      makeSaved({ id: '2608.00003', status: 'reading' }),
    ])
    const file = await readBack((await makeBackup(other, now)).file)
    const preview = await previewOf(db, file)
    expect(preview).toMatchObject({
      fresh: [],
      changed: [{ id: '2608.00003', tags: ['a'], otherStatus: 'read' }],
      differing: [{ id: '2608.00002', otherStatus: 'read' }],
    })
    expect(preview.same.map(({ id }) => id)).toEqual(['2608.00001'])
    await restore(db, file)
    const statuses = (await db.saved.toArray()).map(({ status }) => status)
    expect(statuses).toEqual(['read', 'reading', 'reading'])
  })

  test('never holds a password or a token, whatever lies among the settings', async () => {
    const settings = { endpoint: 'https://mirror.example', token: 'hf_secret', password: 'secret' }
    await writeLocal({ settings })
    const db = openDatabase()
    await db.saved.put(makeSaved())
    await db.libraryState.put({ name: 'clock', value: { machine: 'm4ch1ne0' } })
    const { file } = await makeBackup(db, now)
    const written = await file.text()
    expect(written).toContain('https://mirror.example')
    expect(written).not.toMatch(/secret|token|password|m4ch1ne0/)
    expect((await readBack(file)).rest?.settings).toEqual({ endpoint: 'https://mirror.example' })
  })

  test('is JSON', async () => {
    const db = openDatabase()
    await fill(db, { saved: [makeSaved()], released: [], tombstones: [] })
    const { file } = await makeBackup(db, now)
    expect(JSON.parse(await file.text())).toMatchObject({
      ...{ paperboy: 'backup', version: 1, madeAt: '2026-11-25T08:00:00.000Z' },
      ...{ saved: [{ id: '2608.00001' }], bin: [], tombstones: [] },
    })
  })

  test('may be laid out anew: white space is not what is summed up', async () => {
    const db = openDatabase()
    await db.saved.bulkPut(makeIds(3).map((id) => makeSaved({ id })))
    const { file } = await makeBackup(db, now)
    const pretty = JSON.stringify(JSON.parse(await file.text()), null, 2)
    const { entries, rest } = await readAll(pretty)
    expect([entries.length, rest?.damage]).toEqual([3, undefined])
  })
})

describe('a damaged backup', () => {
  async function makeText(): Promise<string> {
    const db = openDatabase()
    await db.saved.bulkPut(makeIds(5).map((id) => makeSaved({ id, note: `Of ${id}` })))
    return (await makeBackup(db, now)).file.text()
  }

  test('that is cut anywhere says so, and gives what comes before the cut', async () => {
    const whole = await makeText()
    const begin = whole.indexOf('"saved":[')
    for (let length = begin + 20; length < whole.length - 4; length += 37) {
      const { entries, rest } = await readAll(whole.slice(0, length))
      const rowsBefore = whole.slice(begin, length).split('\n').length - 2
      expect(entries.length).toBeGreaterThanOrEqual(Math.min(Math.max(rowsBefore, 0), 5))
      expect(rest?.damage).toBeTruthy()
    }
  })

  test('with a letter changed says so', async () => {
    const whole = await makeText()
    const { entries, rest } = await readAll(whole.replace('Of 2608.00002', 'Of 2608.00003'))
    expect(entries).toHaveLength(5)
    expect(rest?.damage).toBe(
      'The file was changed or damaged after it was written: its checksum is not right.',
    )
  })

  test.each([
    ['a quote', '"note":"Of 2608.00002', '"note":Of 2608.00002'],
    ['a bracket', '"tags":[]', '"tags":['],
    ['a brace', '"record":{"abstract"', '"record":"abstract"'],
  ])('that lost %s in a row loses that row alone, with its line', async (_what, piece, broken) => {
    const whole = await makeText()
    const at = whole.indexOf(piece, whole.indexOf('2608.00002'))
    expect(at).toBeGreaterThan(0)
    const damaged = whole.slice(0, at) + broken + whole.slice(at + piece.length)
    const file = await readAll(damaged)
    const line = whole.slice(0, at).split('\n').length
    expect(file.entries.map(({ id }) => id)).toEqual(
      makeIds(5).filter(
        (_, i) => i !== line - whole.slice(0, whole.indexOf('{"id"')).split('\n').length,
      ),
    )
    expect(file.unreadable).toEqual([expect.objectContaining({ line })])
    expect(file.rest?.damage).toBeTruthy()
  })

  test.each([
    ['an id that is none', { id: 'javascript:1' }, 'Its id: is not the id of a paper'],
    [
      'a record of another paper',
      { record: makePaper({ id: '2608.00009' }) },
      'It: its record is of another paper',
    ],
    [
      'a stamp of the far future',
      { stamps: { saved: stampAt(now * 2) } },
      'Its stamps.saved: is not a stamp',
    ],
    ['tags that are none', { tags: [{}] }, 'Its tags.0'],
  ])('does not bring in %s', async (_what, changes, reason) => {
    const db = openDatabase()
    await db.saved.put({ ...makeSaved(), ...(changes as object) })
    const { entries, unreadable } = await readBack((await makeBackup(db, now)).file)
    expect(entries).toEqual([])
    expect(unreadable[0]?.reason).toContain(reason)
  })

  test('of a later version says that a newer Paperboy wrote it', async () => {
    const whole = await makeText()
    const { rest } = await readAll(whole.replace('"version":1', '"version":7'))
    expect(rest?.damage).toContain('a newer Paperboy')
  })

  test('has no link in it that is not to the web', async () => {
    const db = openDatabase()
    await db.saved.put(makeSaved({ record: makePaper({ projectUrl: 'javascript:alert(1)' }) }))
    const { entries } = await readBack((await makeBackup(db, now)).file)
    expect(entries[0]?.row?.record).not.toHaveProperty('projectUrl')
  })
})

describe('the daily copy', () => {
  const open = async (count = 2) => {
    const db = openDatabase()
    await db.saved.bulkPut(makeIds(count).map((id) => makeSaved({ id })))
    return db
  }
  const change = (db: PaperboyDatabase, note: string) => db.saved.update('2608.00001', { note })

  test('is taken once a day, when something changed', async () => {
    const db = await open()
    const first = await backUpDaily(db, { now })
    expect(first).toMatchObject({ madeAt: now, saved: 2, bin: 0 })
    await change(db, 'Soon')
    expect(await backUpDaily(db, { now: now + dayMs / 2 })).toEqual(first)
    expect(await backUpDaily(db, { now: now + dayMs })).toMatchObject({ madeAt: now + dayMs })
    expect(await backUpDaily(db, { now: now + 2 * dayMs })).toMatchObject({ madeAt: now + dayMs })
    expect(await db.backups.count()).toBe(2)
  })

  test('is not looked for again on the same day when nothing changed', async () => {
    const db = await open()
    await backUpDaily(db, { now })
    await backUpDaily(db, { now: now + dayMs })
    const reads = vi.spyOn(db, 'transaction')
    await backUpDaily(db, { now: now + dayMs + 60_000 })
    expect(reads).not.toHaveBeenCalled()
  })

  test('is taken at once when it is asked for, unless the last holds it all', async () => {
    const db = await open()
    await backUpDaily(db, { now, isDue: true })
    await backUpDaily(db, { now: now + 1, isDue: true })
    expect(await db.backups.count()).toBe(1)
    await change(db, 'Soon')
    await backUpDaily(db, { now: now + 2, isDue: true })
    expect(await db.backups.count()).toBe(2)
  })

  test('is kept seven times, the oldest going first, bytes and all', async () => {
    const db = await open()
    for (let day = 0; day < 10; day++) {
      await change(db, `Day ${day}`)
      await backUpDaily(db, { now: now + day * dayMs })
    }
    const expected = [9, 8, 7, 6, 5, 4, 3].map((day) => now + day * dayMs)
    expect((await dailyBackups(db)).map(({ madeAt }) => madeAt)).toEqual(expected)
    expect(await db.backupBytes.toCollection().primaryKeys()).toEqual(expected.toReversed())
    await expect(dailyFile(db, now)).rejects.toThrow('not there any more')
  })

  test('is taken though the clock was put back', async () => {
    const db = await open()
    await backUpDaily(db, { now: now + 30 * dayMs })
    await change(db, 'Earlier, or later')
    expect(await backUpDaily(db, { now })).toMatchObject({ madeAt: now + 30 * dayMs + 1 })
  })

  test('of an empty library is not taken first, but is taken when all is let go', async () => {
    const db = await open(0)
    expect(await backUpDaily(db, { now })).toBeUndefined()
    await db.saved.put(makeSaved())
    await backUpDaily(db, { now: now + dayMs })
    await db.saved.clear()
    expect(await backUpDaily(db, { now: now + 2 * dayMs })).toMatchObject({ saved: 0 })
  })

  test('is small, and is read back', async () => {
    const db = await open(500)
    const backup = await backUpDaily(db, { now })
    const { file } = await makeBackup(db, now)
    expect(backup?.byteLength).toBeLessThan(file.size / 5)
    const { entries, rest } = await readBack(await dailyFile(db, now))
    expect([entries.length, rest?.damage]).toEqual([500, undefined])
  })
})
