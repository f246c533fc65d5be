import { describe, expect, test } from 'vitest'
import {
  binIds,
  deleteForGood,
  lastRelease,
  pruneBin,
  releasePapers,
  restoreLastReleased,
  restorePapers,
} from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { makeIds, makePaper, makeSaved, withoutStamps } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const ids = makeIds(4)
const [first = '', second = '', third = '', fourth = ''] = ids
const dayMs = 86_400_000

async function openWithSaved() {
  const db = openDatabase()
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  await db.saved.bulkPut(ids.map((id, i) => makeSaved({ id, savedAt: i, tags: [`t${i}`] })))
  return db
}

const savedIds = async (db: Awaited<ReturnType<typeof openWithSaved>>) =>
  db.saved.toCollection().primaryKeys()

describe('papers let go at once', () => {
  test('come back at once, as they were', async () => {
    const db = await openWithSaved()
    const before = await db.saved.toArray()
    await releasePapers(db, [first, third, fourth], 100)
    expect(await savedIds(db)).toEqual([second])
    expect(await lastRelease(db, 0)).toMatchObject({ releasedAt: 100, count: 3 })
    await restoreLastReleased(db, 0)
    expect(withoutStamps(await db.saved.toArray())).toEqual(withoutStamps(before))
    expect(await db.released.count()).toBe(0)
    expect(await db.tombstones.count()).toBe(0)
  })

  test('do not come back with those let go in the same millisecond before them', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, second], 100)
    await releasePapers(db, [third], 100)
    await restoreLastReleased(db, 0)
    expect(await savedIds(db)).toEqual([third, fourth])
    await restoreLastReleased(db, 0)
    expect(await savedIds(db)).toEqual(ids)
  })

  test('share one stamp, later than those they had', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, second], 100)
    const [a, b] = await db.tombstones.toArray()
    expect(a?.stamp).toBe(b?.stamp)
    await restoreLastReleased(db, 0)
    const back = await db.saved.get(first)
    expect((back?.stamps.saved ?? '') > (a?.stamp ?? '')).toBe(true)
  })

  test('are the others when one of them was saved again', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, second], 100)
    await savePaper(db, first, 200)
    await restoreLastReleased(db, 0)
    expect(await db.saved.get(first)).toMatchObject({ savedAt: 200 })
    expect(await savedIds(db)).toEqual(ids)
  })

  test('are not those that a clock days ahead dated before it was put right', async () => {
    const db = await openWithSaved()
    const now = Date.now()
    await releasePapers(db, [first], now + 5 * dayMs)
    await releasePapers(db, [second], now)
    expect(await lastRelease(db, now - 1000)).toMatchObject({ releasedAt: now, count: 1 })
    await restoreLastReleased(db, now - 1000)
    expect(await savedIds(db)).toEqual(ids.slice(1))
  })

  test('join what is saved and what lies in the bin of the same paper', async () => {
    const older = { ...makeSaved({ id: first, note: 'Mine', tags: ['old'] }), releasedAt: 1 }
    const both = { note: 'Mine', tags: ['t0', 'old'] }
    const restored = await openWithSaved()
    await restored.released.put(older)
    await restorePapers(restored, [first])
    expect(await restored.saved.get(first)).toMatchObject(both)
    expect(await restored.released.count()).toBe(0)
    const { stamps } = (await restored.saved.get(first)) ?? {}
    expect(stamps).toMatchObject({ note: expect.any(String), tags: { old: expect.any(String) } })

    const released = await openWithSaved()
    await released.released.put(older)
    await releasePapers(released, [first], 2)
    expect(await released.released.get(first)).toMatchObject(both)
  })

  test('are as many as are saved: nothing else is made up', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, '2608.99999'], 100)
    await releasePapers(db, ['2608.99999'], 101)
    expect(await db.released.count()).toBe(1)
    expect(await db.tombstones.count()).toBe(1)
  })
})

describe('a paper that lies in the bin', () => {
  test('brings status, tags and note back when it is saved again', async () => {
    const db = await openWithSaved()
    await db.saved.update(first, { status: 'read', note: 'Good', tags: ['a', 'b'] })
    await releasePapers(db, [first], 100)
    await savePaper(db, first, 200, 'page')
    expect(await db.saved.get(first)).toMatchObject({
      ...{ status: 'read', note: 'Good', tags: ['a', 'b'] },
      ...{ savedAt: 200, savedFrom: 'page' },
    })
    expect(await db.saved.get(first)).not.toHaveProperty('releasedAt')
    expect(await db.released.count()).toBe(0)
    expect(await db.tombstones.count()).toBe(0)
  })

  test('is saved again although the feed’s store has lost it', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first], 100)
    await db.papers.clear()
    await savePaper(db, first, 200)
    expect(await db.saved.get(first)).toMatchObject({ record: { id: first } })
  })

  test('is listed, the last let go first, and put back one by one', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, second], 100)
    await releasePapers(db, [third], 200)
    expect(await binIds(db, 300)).toEqual([third, second, first])
    await restorePapers(db, [second])
    expect(await binIds(db, 300)).toEqual([third, first])
    expect(await savedIds(db)).toEqual([second, fourth])
  })

  test('is deleted for good, and that it was let go stays known', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [first, second], 100)
    await deleteForGood(db, [first])
    expect(await binIds(db, 300)).toEqual([second])
    expect(await db.tombstones.toCollection().primaryKeys()).toEqual([first, second])
  })

  test('is there for thirty days', async () => {
    const db = await openWithSaved()
    const now = 100 * dayMs
    await releasePapers(db, [first], now)
    expect(await binIds(db, now + 29 * dayMs)).toEqual([first])
    for (let day = 0; day < 30; day++) await pruneBin(db, now + day * dayMs)
    expect(await db.released.count()).toBe(1)
    expect(await binIds(db, now + 31 * dayMs)).toEqual([])
    await pruneBin(db, now + 31 * dayMs)
    expect(await db.released.count()).toBe(0)
  })

  test('is not emptied by a clock that is a month ahead for some days', async () => {
    const db = await openWithSaved()
    const now = 100 * dayMs
    await releasePapers(db, [first], now)
    await pruneBin(db, now)
    const ahead = now + 40 * dayMs
    await releasePapers(db, [second], ahead)
    for (let day = 0; day < 6; day++) await pruneBin(db, ahead + day * dayMs)
    expect(await db.released.count()).toBe(2)
    // Put right, it begins anew.
    for (let day = 7; day < 29; day++) await pruneBin(db, now + day * dayMs)
    expect(await binIds(db, now + 29 * dayMs)).toEqual([second, first])
    // One that goes on for a week is right.
    for (let day = 40; day < 48; day++) await pruneBin(db, now + day * dayMs)
    expect(await db.released.toCollection().primaryKeys()).toEqual([second])
  })
})
