import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { savePaper } from '../../../lib/db/saved.ts'
import { feedDateAt } from '../../../lib/model/feed-date.ts'
import { createPopup } from '../../../lib/state/popup.ts'
import { connectPopup } from '../../../lib/state/popup-live.ts'
import { makeIds, makeListing, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from '../search/store-papers.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => void vi.restoreAllMocks())

async function openPopup(count: number) {
  const db = openDatabase('paperboy')
  const ids = makeIds(count)
  await storePapers(
    db,
    ids.map((id, i) => makePaper({ id, title: `Number ${i}` })),
  )
  await db.listings.put(makeListing({ key: feedDateAt(new Date()), ids }))
  const popup = createPopup(undefined)
  return { db, popup, commands: connectPopup(popup) }
}

test('the popup shows today’s first five and those saved last', async () => {
  const { db, popup } = await openPopup(8)
  await savePaper(db, '2608.00007', 5)
  await vi.waitFor(() => {
    expect(popup.today.value.map(({ id }) => id)).toEqual(makeIds(5))
    expect(popup.lastSaved.value.map(({ id }) => id)).toEqual(['2608.00007'])
  })
})

test('it finds as one types, draws fifty and counts all', async () => {
  const { popup } = await openPopup(60)
  popup.query.value = 'number'
  await vi.waitFor(() => expect(popup.hits.value).toMatchObject({ query: 'number', total: 60 }))
  expect(popup.hits.value?.cards).toHaveLength(50)
  popup.query.value = 'number 59'
  await vi.waitFor(() => expect(popup.hits.value).toMatchObject({ query: 'number 59', total: 1 }))
  popup.query.value = '  '
  expect(popup.hits.value).toBeUndefined()
})

test('a hit that is saved is marked at once', async () => {
  const { popup, commands } = await openPopup(3)
  popup.query.value = 'number 2'
  await vi.waitFor(() => expect(popup.hits.value?.total).toBe(1))
  await commands.setSaved('2608.00003', true)
  await vi.waitFor(() => expect(popup.hits.value?.cards[0]?.savedAt).toBeDefined())
})
