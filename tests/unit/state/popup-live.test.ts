import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { savePaper } from '../../../lib/db/saved.ts'
import { feedDateAt } from '../../../lib/model/feed-date.ts'
import { createPopup } from '../../../lib/state/popup.ts'
import { connectPopup } from '../../../lib/state/popup-live.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { fakeSurfaces } from '../fake-surfaces.ts'
import { makeIds, makeListing, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from '../search/store-papers.ts'

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  fakeSurfaces()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function openFilled(count: number) {
  const db = openDatabase()
  const ids = makeIds(count)
  await storePapers(
    db,
    ids.map((id, i) => makePaper({ id, title: `Number ${i}` })),
  )
  await db.listings.put(makeListing({ key: feedDateAt(new Date()), ids }))
  return db
}

async function openPopup(count: number) {
  const db = await openFilled(count)
  const popup = createPopup(undefined)
  return { db, popup, commands: connectPopup(popup, { db }) }
}

test('the popup shows today’s first five and those saved last', async () => {
  const { db, popup } = await openPopup(8)
  await savePaper(db, '2608.00007', 5)
  await vi.waitFor(() => {
    expect(popup.today.value.map(({ id }) => id)).toEqual(makeIds(5))
    expect(popup.lastSaved.value.map(({ id }) => id)).toEqual(['2608.00007'])
  })
})

test('it looks into the index before anything is typed, so that the first letter finds it open', async () => {
  const db = await openFilled(3)
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const popup = createPopup(undefined)
  connectPopup(popup, { db })
  await vi.waitFor(() => {
    expect(opened.mock.calls.flatMap(([stores]) => [...stores])).toContain('segmentBlocks')
  })
  expect(popup.hits.value).toBeUndefined()
})

test('it finds as one types, draws twenty and counts all', async () => {
  const { popup } = await openPopup(60)
  popup.query.value = 'number'
  await vi.waitFor(() => expect(popup.hits.value).toMatchObject({ query: 'number', total: 60 }))
  expect(popup.hits.value?.cards).toHaveLength(20)
  expect(popup.hubQuery.value).toBe('number')
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

test('twenty more come when they are asked for, after those that are there', async () => {
  const { popup, commands } = await openPopup(50)
  popup.query.value = 'number'
  const ids = () => popup.hits.value?.cards.map(({ id }) => id) ?? []
  await vi.waitFor(() => expect(ids()).toHaveLength(20))
  const first = ids()
  for (const count of [40, 50]) {
    const { value } = popup.hits
    if (!value) throw new Error('There are hits.')
    commands.showMore(value)
    // Before they are there nothing more is asked for.
    commands.showMore(value)
    await vi.waitFor(() => expect(ids()).toHaveLength(count))
  }
  expect(ids().slice(0, 20)).toEqual(first)
  expect(popup.hits.value?.hasMore).toBe(false)
  popup.query.value = 'number '
  await vi.waitFor(() => expect(ids()).toHaveLength(20))
})

test('each letter ends the search before it, and what was found stays until the next is there', async () => {
  const { popup } = await openPopup(3)
  popup.query.value = 'number 1'
  await vi.waitFor(() => expect(popup.hits.value?.query).toBe('number 1'))
  const seen: unknown[] = []
  popup.hits.subscribe((hits) => seen.push(hits?.query))
  popup.query.value = 'number'
  popup.query.value = 'numbe'
  popup.query.value = 'number 2'
  await vi.waitFor(() => expect(popup.hits.value?.query).toBe('number 2'))
  expect(seen).toEqual(['number 1', 'number 2'])
  expect(popup.failure.value).toBeUndefined()
})

test('a paper that is stored meanwhile is found at once', async () => {
  const { db, popup } = await openPopup(3)
  popup.query.value = 'zebras'
  await vi.waitFor(() => expect(popup.hits.value?.total).toBe(0))
  await storePapers(db, [makePaper({ id: '2608.00099', title: 'On zebras' })])
  await vi.waitFor(() => expect(popup.hits.value?.total).toBe(1))
})
