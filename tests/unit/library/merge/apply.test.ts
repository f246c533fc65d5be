import { describe, expect, test } from 'vitest'
import { stampChange } from '../../../../lib/db/clock.ts'
import { releasePapers } from '../../../../lib/db/released.ts'
import { savePaper } from '../../../../lib/db/saved.ts'
import { applyLibrary, readLibrary } from '../../../../lib/library/merge/apply.ts'
import type { LibraryEntry } from '../../../../lib/library/merge/entry.ts'
import { stampAt } from '../../../../lib/model/stamp.ts'
import { createFinder } from '../../../../lib/search/finder.ts'
import { makePaper, makeSaved } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

const paper = makePaper()
const { id } = paper
const later = stampAt(Date.now() + 5_000_000, 'm4ch1ne1')
const released: LibraryEntry = { id, released: later, tags: new Map() }
const saved: LibraryEntry = {
  id,
  saved: { stamp: later, value: { at: 7, from: 'page' } },
  status: { stamp: later, value: 'read' },
  tags: new Map([['thesis', { stamp: later, value: true }]]),
}

describe('what another machine knows', () => {
  test('is kept with the record stored here', async () => {
    const db = openDatabase()
    await db.papers.put(paper)
    expect(await applyLibrary(db, [saved])).toEqual({ added: 1, changed: 0, released: 0 })
    expect(await db.saved.get(id)).toEqual({
      ...{ id, savedAt: 7, savedFrom: 'page', record: paper, status: 'read', tags: ['thesis'] },
      stamps: { saved: later, status: later, tags: { thesis: later } },
    })
  })

  test('comes with a record of its own, or waits for one', async () => {
    const db = openDatabase()
    const other = makePaper({ id: '2607.00002' })
    await applyLibrary(db, [saved, { ...saved, id: other.id }], new Map([[other.id, other]]), 99)
    expect((await db.saved.get(other.id))?.record).toEqual(other)
    expect((await db.saved.get(other.id))?.pendingSince).toBeUndefined()
    expect(await db.saved.get(id)).toMatchObject({
      pendingSince: 99,
      record: { id, title: `arXiv ${id}`, publishedAt: Date.UTC(2026, 7) },
    })
  })

  test('fills in a record that was waited for, and no other', async () => {
    const db = openDatabase()
    await applyLibrary(db, [saved], undefined, 99)
    await applyLibrary(db, [saved], new Map([[id, paper]]))
    expect(await db.saved.get(id)).toMatchObject({ record: paper, status: 'read' })
    expect((await db.saved.get(id))?.pendingSince).toBeUndefined()
    await applyLibrary(db, [saved], new Map([[id, { ...paper, title: 'Changed' }]]))
    expect((await db.saved.get(id))?.record).toEqual(paper)
  })

  test('writes nothing when it is known already', async () => {
    const db = openDatabase()
    await applyLibrary(db, [saved])
    const before = await db.saved.toArray()
    await db.saved.hook('updating', () => expect.unreachable('a row was written again'))
    expect(await applyLibrary(db, [saved, ...(await readLibrary(db))])).toEqual({
      ...{ added: 0, changed: 0, released: 0 },
    })
    expect(await db.saved.toArray()).toEqual(before)
  })

  test('puts a paper let go there into the bin here, but not under the next undo', async () => {
    const db = openDatabase()
    await db.saved.put(makeSaved({ note: 'Mine' }))
    const now = Date.now()
    expect(await applyLibrary(db, [released], undefined, now)).toMatchObject({ released: 1 })
    expect(await db.saved.count()).toBe(0)
    expect(await db.tombstones.toArray()).toEqual([{ id, stamp: later }])
    const [binned] = await db.released.toArray()
    expect(binned).toMatchObject({ id, note: 'Mine' })
    expect(binned?.releasedAt).toBeLessThanOrEqual(now - 600_000)
    expect(binned?.releasedAt).toBeGreaterThan(now - 86_400_000)
  })

  test('takes a paper out of the bin when it was saved there again', async () => {
    const db = openDatabase()
    await db.papers.put(paper)
    await savePaper(db, id, 1)
    await releasePapers(db, [id], Date.now())
    await db.papers.clear()
    await applyLibrary(db, [saved])
    expect(await db.saved.get(id)).toMatchObject({ record: paper, status: 'read' })
    expect(await db.released.count()).toBe(0)
    expect(await db.tombstones.count()).toBe(0)
  })

  test('brings a paper out of the bin with the note it had there', async () => {
    const db = openDatabase()
    const stamps = { saved: stampAt(5), note: stampAt(6) }
    await db.saved.put(makeSaved({ note: 'Mine', tags: ['a'], stamps }))
    await releasePapers(db, [id], Date.now())
    await applyLibrary(db, [saved])
    expect(await db.saved.get(id)).toMatchObject({ note: 'Mine', tags: ['a', 'thesis'] })
  })

  test('leaves an older copy in the bin alone when the paper is saved here', async () => {
    const db = openDatabase()
    await db.released.put({ ...makeSaved({ id, note: 'Older' }), releasedAt: Date.now() })
    await db.saved.put(makeSaved({ id }))
    await applyLibrary(db, [saved])
    expect(await db.released.count()).toBe(1)
  })

  test('is put together when several machines tell of one paper', async () => {
    const db = openDatabase()
    const noted = { ...saved, note: { stamp: later, value: 'Read.' }, tags: new Map() }
    await applyLibrary(db, [noted, saved])
    expect(await db.saved.get(id)).toMatchObject({ note: 'Read.', tags: ['thesis'] })
  })

  test('that is older than a delete here brings nothing back', async () => {
    const db = openDatabase()
    await applyLibrary(db, [released])
    const old = stampAt(1000, 'm4ch1ne1')
    await applyLibrary(db, [
      {
        id,
        saved: { stamp: old, value: { at: 1 } },
        tags: new Map([['a', { stamp: old, value: true }]]),
      },
    ])
    expect(await db.saved.count()).toBe(0)
    expect(await db.tombstones.toArray()).toEqual([{ id, stamp: later }])
  })

  test('moves the clock on, so that the next change here is the latest', async () => {
    const db = openDatabase()
    await applyLibrary(db, [saved])
    const next = await db.transaction('rw', db.libraryState, () => stampChange(db))
    expect(next > later).toBe(true)
  })

  test('of what has no arXiv id is left where it is: every search would break on it', async () => {
    const db = openDatabase()
    for (const id of ['../../whoami-v2', '2024.acl-long.1', '']) {
      await applyLibrary(db, [{ ...saved, id }])
    }
    expect(await db.saved.count()).toBe(0)
    await expect(createFinder(db).findSaved('thesis')).resolves.toMatchObject({ ids: [] })
  })

  test('is all there or not at all', async () => {
    const db = openDatabase()
    const at = (() => 1) as unknown as number
    const broken = { ...saved, id: '2608.00002', saved: { stamp: later, value: { at } } }
    await expect(applyLibrary(db, [saved, broken])).rejects.toThrow()
    expect(await db.saved.count()).toBe(0)
  })
})
