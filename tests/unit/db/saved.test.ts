import { describe, expect, test } from 'vitest'
import { getPaper } from '../../../lib/db/papers.ts'
import { markRead } from '../../../lib/db/reads.ts'
import { lastRelease, releasePapers, restoreLastReleased } from '../../../lib/db/released.ts'
import { savedCards, savePaper } from '../../../lib/db/saved.ts'
import { dayRef } from '../../../lib/model/listing.ts'
import { storeListing } from '../../../lib/sync-feed/store-listing.ts'
import { endpoint, makeFetched, makePaper, withoutStamps } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const paper = makePaper({ upvotes: 3 })

async function openWithSaved() {
  const db = openDatabase()
  await db.papers.put(paper)
  await savePaper(db, paper.id, 1000)
  return db
}

describe('a saved paper', () => {
  test('carries its own copy of the record', async () => {
    const db = await openWithSaved()
    expect(await db.saved.get(paper.id)).toMatchObject({
      id: paper.id,
      savedAt: 1000,
      record: paper,
    })
  })

  test('stays as it was when it is saved again', async () => {
    const db = await openWithSaved()
    await db.papers.put({ ...paper, title: 'Changed' })
    await savePaper(db, paper.id, 2000)
    expect(await db.saved.toArray()).toMatchObject([{ savedAt: 1000, record: paper }])
  })

  test('is not changed by the feed', async () => {
    const db = await openWithSaved()
    const papers = [makeFetched({ upvotes: 99, title: 'Changed' })]
    await storeListing(db, dayRef('2026-08-14'), { papers, dropped: [] }, 5, endpoint)
    expect((await db.papers.get(paper.id))?.title).toBe('Changed')
    expect((await db.saved.get(paper.id))?.record).toEqual(paper)
  })

  test('is found and listed when the feed’s store has lost it', async () => {
    const db = await openWithSaved()
    await db.papers.clear()
    expect(await getPaper(db, paper.id)).toEqual(paper)
    expect((await savedCards(db)).map(({ id }) => id)).toEqual([paper.id])
  })

  test('is let go and put back exactly', async () => {
    const db = await openWithSaved()
    const before = await db.saved.toArray()
    await releasePapers(db, [paper.id], 7)
    expect(await db.saved.count()).toBe(0)
    await db.papers.clear()
    await restoreLastReleased(db, 0)
    expect(withoutStamps(await db.saved.toArray())).toEqual(withoutStamps(before))
    expect(await db.released.count()).toBe(0)
  })

  test('that was let go twice gives nothing the second time', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [paper.id], 7)
    await releasePapers(db, [paper.id], 8)
    expect(await lastRelease(db, 0)).toEqual({ releasedAt: 7, count: 1, title: paper.title })
  })

  test('that was let go long ago is not offered back', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [paper.id], 7)
    await restoreLastReleased(db, 7)
    expect(await db.saved.count()).toBe(0)
  })

  test('that was saved again before the undo stays as it is now', async () => {
    const db = await openWithSaved()
    await releasePapers(db, [paper.id], 7)
    await db.papers.put(paper)
    await savePaper(db, paper.id, 9)
    await restoreLastReleased(db, 0)
    expect(await db.saved.get(paper.id)).toMatchObject({ savedAt: 9 })
  })

  test('must be stored to be saved', async () => {
    const db = openDatabase()
    await expect(savePaper(db, '2608.99999', 1)).rejects.toThrow('2608.99999')
    expect(await db.saved.count()).toBe(0)
  })

  test('is saved once by two pages at once', async () => {
    const db = openDatabase()
    await db.papers.put(paper)
    await Promise.all([savePaper(db, paper.id, 1000), savePaper(db, paper.id, 2000)])
    expect(await db.saved.toArray()).toMatchObject([{ savedAt: 1000 }])
  })
})

describe('what is saved', () => {
  test('is listed last saved first, up to a number', async () => {
    const db = openDatabase()
    for (const [i, id] of ['2608.00001', '2608.00002', '2608.00003'].entries()) {
      await db.papers.put(makePaper({ id }))
      await savePaper(db, id, 1000 + i)
    }
    await markRead(db, '2608.00002', 5)
    const cards = await savedCards(db)
    expect(cards.map(({ id, savedAt, isRead }) => [id, savedAt, isRead])).toEqual([
      ['2608.00003', 1002, false],
      ['2608.00002', 1001, true],
      ['2608.00001', 1000, false],
    ])
    expect((await savedCards(db, 2)).map(({ id }) => id)).toEqual(['2608.00003', '2608.00002'])
  })
})
