import { describe, expect, test } from 'vitest'
import { closesAt } from '../../../lib/model/feed-date.ts'
import { dayRef } from '../../../lib/model/listing.ts'
import type { FetchedPaper } from '../../../lib/model/paper.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { storeListing } from '../../../lib/sync-feed/store-listing.ts'
import { endpoint, makeFetched, makeIds } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const ref = dayRef('2026-08-14')
const at = Date.parse('2026-08-14T16:00:00Z')

const fetched = (papers: FetchedPaper[], dropped: { id?: string; index: number }[] = []) => ({
  papers,
  dropped: dropped.map((record) => ({ ...record, reason: 'It is broken.' })),
})
const withIds = (ids: readonly string[]) => ids.map((id) => makeFetched({ id }))

describe('a good answer', () => {
  test('is stored with its papers, their order and their counts', async () => {
    const db = openDatabase()
    const ids = makeIds(3).reverse()
    const outcome = await storeListing(db, ref, fetched(withIds(ids)), at, endpoint)
    expect(outcome).toEqual({ ref, result: 'stored', papers: 3, added: 3, dropped: [] })
    expect(await db.listings.toArray()).toEqual([
      { ...ref, ids, fetchedAt: at, checkedAt: at, isComplete: false, endpoint },
    ])
    expect(await db.papers.count()).toBe(3)
    expect(await db.observations.count()).toBe(3)
    expect((await db.papers.toArray()).map(({ firstSeenAt }) => firstSeenAt)).toEqual([at, at, at])
  })

  test('is complete once the day has closed', async () => {
    const db = openDatabase()
    const end = closesAt(ref.key)
    await storeListing(db, ref, fetched(withIds(makeIds(1))), end - 1, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ isComplete: false }])
    await storeListing(db, ref, fetched(withIds(makeIds(1))), end, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ isComplete: true }])
  })

  test('of an empty day is stored as one', async () => {
    const db = openDatabase()
    expect(await storeListing(db, ref, fetched([]), at, endpoint)).toMatchObject({
      result: 'stored',
    })
    expect(await storeListing(db, ref, fetched([]), at + 1, endpoint)).toMatchObject({
      result: 'stored',
    })
    expect(await db.listings.toArray()).toMatchObject([{ ids: [], checkedAt: at + 1 }])
  })

  test('says how many papers were never seen before', async () => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(makeIds(2))), at, endpoint)
    const outcome = await storeListing(db, ref, fetched(withIds(makeIds(5))), at + 1, endpoint)
    expect(outcome).toMatchObject({ papers: 5, added: 3 })
  })

  test('dates a paper by the listing where its record does not', async () => {
    const db = openDatabase()
    const papers = [makeFetched(), makeFetched({ id: '2608.00002', feedDate: '2026-08-13' })]
    await storeListing(db, ref, fetched(papers), at, endpoint)
    expect((await db.papers.toArray()).map(({ feedDate }) => feedDate)).toEqual([
      '2026-08-14',
      '2026-08-13',
    ])
    await storeListing(
      db,
      { kind: 'week', key: '2026-W33' },
      fetched([makeFetched()]),
      at,
      endpoint,
    )
    expect((await db.papers.get('2608.00001'))?.feedDate).toBe('2026-08-14')
  })
})

describe('a paper', () => {
  test('is observed only when one of its counts changed', async () => {
    const db = openDatabase()
    const store = (paper: Partial<FetchedPaper>, now: number) =>
      storeListing(db, ref, fetched([makeFetched(paper)]), now, endpoint)
    await store({ upvotes: 3 }, at)
    await store({ upvotes: 3, title: 'Another Title' }, at + 1)
    await store({ upvotes: 4 }, at + 2)
    await store({ upvotes: 4, stars: 9 }, at + 3)
    // What the answer leaves out has not changed.
    await store({ upvotes: 4 }, at + 4)
    await store({ upvotes: 4, comments: 1 }, at + 5)
    const paperId = '2608.00001'
    expect(await db.observations.toArray()).toEqual([
      { paperId, at, upvotes: 3, comments: 0 },
      { paperId, at: at + 2, upvotes: 4, comments: 0 },
      { paperId, at: at + 3, upvotes: 4, comments: 0, stars: 9 },
      { paperId, at: at + 5, upvotes: 4, comments: 1, stars: 9 },
    ])
  })

  test('is found by its new upvotes, and its text is not indexed again', async () => {
    const db = openDatabase()
    const [first, second] = withIds(makeIds(2)) as [FetchedPaper, FetchedPaper]
    await storeListing(db, ref, fetched([first, second]), at, endpoint)
    const blocks = await db.segmentBlocks.count()
    const voted = { ...second, upvotes: 70 }
    await storeListing(db, ref, fetched([first, voted]), at + 1, endpoint)
    const { papers } = await createFinder(db).find('top:50', 10)
    expect(papers.map(({ id }) => id)).toEqual([second.id])
    expect(await db.segmentBlocks.count()).toBe(blocks)
  })

  test('on two days is one paper in two listings', async () => {
    const db = openDatabase()
    const later = dayRef('2026-08-17')
    await storeListing(db, ref, fetched([makeFetched({ feedDate: ref.key })]), at, endpoint)
    const outcome = await storeListing(
      db,
      later,
      fetched([makeFetched({ feedDate: later.key })]),
      at + 1,
      endpoint,
    )
    expect(outcome).toMatchObject({ result: 'stored', papers: 1, added: 0 })
    expect(await db.papers.toArray()).toMatchObject([{ feedDate: later.key, firstSeenAt: at }])
    expect((await db.listings.toArray()).map(({ ids }) => ids)).toEqual([
      ['2608.00001'],
      ['2608.00001'],
    ])
  })
})

describe('a worse answer', () => {
  test.each([0, 3, 5])('of %i papers for ten is not stored, but noted', async (count) => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(makeIds(10))), at, endpoint)
    const papers = withIds(makeIds(count)).map((paper) => ({ ...paper, upvotes: 99 }))
    const outcome = await storeListing(db, ref, fetched(papers, [{ index: 7 }]), at + 1, endpoint)
    expect(outcome).toMatchObject({ result: 'kept', papers: 10, added: 0 })
    expect(outcome.problem).toContain(`${count} of 10`)
    expect(outcome.dropped).toHaveLength(1)
    expect(await db.listings.toArray()).toEqual([
      { ...ref, ids: makeIds(10), fetchedAt: at, checkedAt: at + 1, isComplete: false, endpoint },
    ])
    expect((await db.papers.get('2608.00001'))?.upvotes).toBe(1)
    expect(await db.observations.count()).toBe(10)
  })

  test('that lost a paper or two is not worse: papers are withdrawn', async () => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(makeIds(10))), at, endpoint)
    await storeListing(db, ref, fetched(withIds(makeIds(8))), at + 1, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ ids: makeIds(8) }])
  })
})

describe('a record that is broken today', () => {
  const ids = makeIds(4) as [string, string, string, string]

  test('keeps its old place in the listing, and its old record', async () => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(ids)), at, endpoint)
    const rest = withIds([ids[0], ids[2], ids[3]])
    const outcome = await storeListing(
      db,
      ref,
      fetched(rest, [{ id: ids[1], index: 1 }]),
      at + 1,
      endpoint,
    )
    expect(outcome).toMatchObject({ result: 'stored', papers: 4 })
    expect(await db.listings.toArray()).toMatchObject([{ ids }])
    expect(await db.papers.get(ids[1])).toBeDefined()
  })

  test('keeps it when all of them are broken', async () => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(ids)), at, endpoint)
    const broken = ids.map((id, index) => ({ id, index }))
    await storeListing(db, ref, fetched([], broken), at + 1, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ ids }])
  })

  test('has no place when it was never seen, or has no id', async () => {
    const db = openDatabase()
    const broken = [{ id: ids[1], index: 0 }, { index: 1 }]
    await storeListing(db, ref, fetched(withIds([ids[0]]), broken), at, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ ids: [ids[0]] }])
  })

  test('is there once when the feed lists it a second time, well', async () => {
    const db = openDatabase()
    await storeListing(db, ref, fetched(withIds(ids)), at, endpoint)
    await storeListing(db, ref, fetched(withIds(ids), [{ id: ids[1], index: 1 }]), at + 1, endpoint)
    expect(await db.listings.toArray()).toMatchObject([{ ids }])
  })
})

test('a listing is stored whole or not at all', async () => {
  const db = openDatabase()
  // A key that no database takes makes the last write fail.
  const broken = { kind: 'day', key: ref.key } as const
  db.listings.hook('creating', () => {
    throw new Error('The disk is full.')
  })
  await expect(
    storeListing(db, broken, fetched(withIds(makeIds(3))), at, endpoint),
  ).rejects.toThrow()
  expect(await db.papers.count()).toBe(0)
  expect(await db.observations.count()).toBe(0)
})
