import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openPaper, setSaved, undoRelease } from '../../../lib/library/save.ts'
import { readLocal } from '../../../lib/local-store.ts'
import { makePaper, withoutStamps } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

beforeEach(() => fakeBrowser.reset())

const savedOnFrontPage = async () => (await readLocal('frontPage')).frontPage?.savedCount

async function openWithPaper() {
  const db = openDatabase()
  await db.papers.put(makePaper())
  return db
}

test('saving, letting go and undoing each show on the front page', async () => {
  const db = await openWithPaper()
  await setSaved(db, '2608.00001', true)
  expect(await savedOnFrontPage()).toBe(1)
  const kept = await db.saved.toArray()

  await setSaved(db, '2608.00001', false)
  expect(await savedOnFrontPage()).toBe(0)

  await undoRelease(db)
  expect(withoutStamps(await db.saved.toArray())).toEqual(withoutStamps(kept))
  expect(await savedOnFrontPage()).toBe(1)
})

test('letting go of what is not saved gives nothing to undo', async () => {
  const db = await openWithPaper()
  await setSaved(db, '2608.00001', false)
  await undoRelease(db)
  expect(await db.saved.count()).toBe(0)
})

test('a paper that was opened is read', async () => {
  const db = await openWithPaper()
  await openPaper(db, '2608.00001')
  expect(await db.reads.get('2608.00001')).toMatchObject({ readAt: expect.any(Number) })
})
