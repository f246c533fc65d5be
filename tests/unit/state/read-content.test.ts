import { describe, expect, test } from 'vitest'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import type { Route } from '../../../lib/model/route.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { listingOf } from '../../../lib/state/page-content.ts'
import { readContent } from '../../../lib/state/read-content.ts'
import { makeIds, makeListing, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from '../search/store-papers.ts'

const ids = makeIds(3)
const today = '2026-08-17'
const search = { limit: 20 }

async function openWithDays() {
  const db = openDatabase()
  await db.papers.bulkPut(ids.map((id) => makePaper({ id, title: `Paper ${id}` })))
  await db.listings.bulkPut([
    makeListing({ key: '2026-08-13', ids: [], isComplete: true }),
    makeListing({ key: '2026-08-14', ids, fetchedAt: 7 }),
    makeListing({ key: '2026-08-15', ids: [] }),
    makeListing({ key: '2026-08-16', ids: [] }),
    makeListing({ key: '2026-08-17', ids: [] }),
    makeListing({ kind: 'week', key: '2026-W33', ids: ids.toReversed() }),
    makeListing({ kind: 'trending', key: '', ids }),
  ])
  return db
}

async function read(route: Route) {
  const db = await openWithDays()
  await savePaper(db, '2608.00002', 5)
  return readContent(db, createFinder(db), route, today, search)
}

describe('the content of', () => {
  test('today is the last edition where today has none, and its neighbours', async () => {
    const content = await read({ view: 'today' })
    expect(content).toMatchObject({
      route: { view: 'today' },
      state: 'papers',
      edition: '2026-08-14',
      total: 3,
      fetchedAt: 7,
      neighbours: { earlier: '2026-08-12', later: undefined },
    })
    if (content.state !== 'papers') throw new Error('There are papers.')
    expect(content.cards.map(({ id }) => id)).toEqual(ids)
    expect(content.cards[0]?.abstract).toBeDefined()
    expect(content.cards[1]).toMatchObject({ savedAt: 5 })
  })

  test('a day keeps a box free for what comes, an earlier one for what is there', async () => {
    const db = await openWithDays()
    const earlier = makeIds(5).slice(3)
    await db.papers.bulkPut(
      [...ids, ...earlier].map((id) =>
        makePaper({ id, thumbnailUrl: `https://hub.example/${id}.png` }),
      ),
    )
    await db.listings.put(makeListing({ key: '2026-08-12', ids: earlier }))
    const bytes = new Uint8Array([1])
    const picture = { id: earlier[0] as string, bytes, type: 'image/webp', width: 360 }
    await db.pictures.put({ ...picture, storedAt: 1 })
    const boxesOf = async (date: string) => {
      const wishes = { picturesFrom: 'https://hub.example' }
      const route = { view: 'day', date } as const
      const content = await readContent(db, createFinder(db), route, today, search, wishes)
      const cards = content.state === 'papers' ? content.cards : []
      return cards.map(({ hasPicture = false }) => hasPicture)
    }
    expect(await boxesOf('2026-08-14')).toEqual([true, true, true])
    expect(await boxesOf('2026-08-12')).toEqual([true, false])
  })

  test('today is missing on the first run', async () => {
    const db = openDatabase()
    const content = await readContent(db, createFinder(db), { view: 'today' }, today, search)
    expect(content).toMatchObject({ state: 'missing' })
  })

  test.each<[Route, object]>([
    [
      { view: 'day', date: '2026-08-14' },
      { state: 'papers', edition: '2026-08-14', total: 3 },
    ],
    [
      { view: 'day', date: '2026-08-15' },
      { state: 'empty', listing: { key: '2026-08-15' } },
    ],
    [{ view: 'day', date: '2026-08-12' }, { state: 'missing' }],
    [
      { view: 'week', week: '2026-W33' },
      { state: 'papers', edition: undefined, total: 3 },
    ],
    [{ view: 'month', month: '2026-08' }, { state: 'missing' }],
    [{ view: 'trending' }, { state: 'papers', edition: undefined }],
    [{ view: 'saved' }, { state: 'shelf', total: 1, ids: ['2608.00002'] }],
    [
      { view: 'saved', status: 'read' },
      { state: 'shelf', total: 1, ids: [] },
    ],
    [{ view: 'bin' }, { state: 'empty' }],
    [
      { view: 'paper', id: '2608.00002' },
      { state: 'paper', card: { savedAt: 5 }, saved: { savedAt: 5, status: 'to-read' } },
    ],
    [{ view: 'paper', id: '2601.99999' }, { state: 'missing' }],
    [
      { view: 'search', query: '2608.00003' },
      { state: 'hits', hits: { query: '2608.00003', total: 1 }, hubQuery: '2608.00003' },
    ],
    [
      { view: 'search', query: 'nonsense' },
      { state: 'hits', hits: { total: 0, cards: [] } },
    ],
    [{ view: 'search', query: '  ' }, { state: 'empty' }],
    [{ view: 'search', query: '' }, { state: 'empty' }],
    [{ view: 'search', query: 'tag:' }, { state: 'empty' }],
    [{ view: 'search', query: '-' }, { state: 'empty' }],
    [{ view: 'unknown', hash: '#/x' }, { state: 'missing' }],
  ])('%j', async (route, content) => {
    expect(await read(route)).toMatchObject({ route, ...content })
  })

  test('nothing saved is empty, and says whether something lies in the bin', async () => {
    const db = await openWithDays()
    const read = () => readContent(db, createFinder(db), { view: 'saved' }, today, search)
    const empty = { route: { view: 'saved' }, state: 'empty' }
    expect(await read()).toEqual({ ...empty, hasBin: false })
    await savePaper(db, ids[0] as string, 1)
    await releasePapers(db, ids.slice(0, 1), Date.now())
    expect(await read()).toEqual({ ...empty, hasBin: true })
  })

  test('a search has as many hits as are wanted, and counts all', async () => {
    const db = openDatabase()
    await storePapers(
      db,
      makeIds(150).map((id) => makePaper({ id })),
    )
    const route = { view: 'search', query: 'nothing' } as const
    const content = await readContent(db, createFinder(db), route, today, search)
    if (content.state !== 'hits') throw new Error('There are hits.')
    const { cards, total, hasMore } = content.hits
    expect([cards.length, total, hasMore]).toEqual([20, 150, true])
  })

  test('a search that was ended is not read', async () => {
    const db = openDatabase()
    const route = { view: 'search', query: 'nothing' } as const
    const ended = { limit: 20, signal: AbortSignal.abort(new Error('typed on')) }
    await expect(readContent(db, createFinder(db), route, today, ended)).rejects.toThrow('typed on')
  })
})

test.each<[Route, object | undefined]>([
  [
    { view: 'day', date: '2026-08-14' },
    { kind: 'day', key: '2026-08-14' },
  ],
  [
    { view: 'week', week: '2026-W33' },
    { kind: 'week', key: '2026-W33' },
  ],
  [
    { view: 'month', month: '2026-08' },
    { kind: 'month', key: '2026-08' },
  ],
  [{ view: 'trending' }, { kind: 'trending', key: '' }],
  [{ view: 'today' }, undefined],
  [{ view: 'saved' }, undefined],
])('the listing of %j', (route, ref) => {
  expect(listingOf(route)).toEqual(ref)
})
