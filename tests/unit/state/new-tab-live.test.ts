import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { keepPaper } from '../../../lib/db/pending.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { readLocal, writeLocal } from '../../../lib/local-store.ts'
import { onCommand } from '../../../lib/messages.ts'
import { closesAt } from '../../../lib/model/feed-date.ts'
import { createNewTab } from '../../../lib/state/new-tab.ts'
import { connectNewTab } from '../../../lib/state/new-tab-live.ts'
import type { PageContent } from '../../../lib/state/page-content.ts'
import { dueDays } from '../../../lib/sync-feed/policy.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { fakeSurfaces } from '../fake-surfaces.ts'
import {
  endpoint,
  makeIds,
  makeListing,
  makePaper,
  makeSaved,
  withoutStamps,
} from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { plainAnswers } from '../plain-answers.ts'

// Of every test, and after it: a page has it as long as it is open.
Object.assign(globalThis, { requestAnimationFrame: (draw: () => void) => setTimeout(draw) })

const ids = makeIds(3)
const report = { endpoint: 'https://feed.example', startedAt: 1, endedAt: 2, outcomes: [] }
const sync = vi.fn()
const fetchPaper = vi.fn()
const fillIn = vi.fn(plainAnswers.fillIn)
let surfaces: ReturnType<typeof fakeSurfaces>

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  surfaces = fakeSurfaces()
  sync.mockReset().mockResolvedValue(report)
  fetchPaper.mockReset().mockResolvedValue('stored')
  fillIn.mockClear()
  onCommand({ ...plainAnswers, sync, fetchPaper, fillIn })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A tab on the page's own database, in which every day that is due is there and fresh. */
async function openTab(hash: string) {
  const db = openDatabase('paperboy')
  const now = Date.now()
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  for (let due = dueDays([], now, endpoint); due.length > 0; ) {
    const times = { fetchedAt: now, checkedAt: now }
    for (const ref of due) {
      await db.listings.put(
        makeListing({ ...ref, ...times, ids, isComplete: now >= closesAt(ref.key) }),
      )
    }
    due = dueDays(await db.listings.toArray(), now, endpoint)
  }
  const tab = createNewTab({ hash, now: new Date(now), visit: { lastLookAt: now } })
  return { db, tab, live: connectNewTab(tab) }
}

describe('a new tab', () => {
  test('shows what is stored, and what is saved on any page, at once', async () => {
    const { db, tab } = await openTab('')
    await vi.waitFor(() => expect(tab.content.value).toMatchObject({ state: 'papers', total: 3 }))
    await savePaper(db, '2608.00001', 5)
    await vi.waitFor(() => {
      expect(tab.content.value).toMatchObject({ cards: [{ savedAt: 5 }, {}, {}] })
      expect(tab.savedCount.value).toBe(1)
    })
  })

  test('follows its route', async () => {
    const { tab } = await openTab('')
    tab.route.value = { view: 'paper', id: '2608.00002' }
    await vi.waitFor(() => expect(tab.content.value).toMatchObject({ paper: { id: '2608.00002' } }))
  })

  test('shows the first saved papers before it has read which others there are', async () => {
    const { db, tab } = await openTab('')
    const many = makeIds(40).map((id, i) =>
      makeSaved({ id, savedAt: i, record: makePaper({ id, title: `Paper ${i}` }) }),
    )
    await db.saved.bulkAdd(many)
    await vi.waitFor(() => expect(tab.savedCount.value).toBe(40))
    const shown: PageContent[] = []
    const stop = tab.content.subscribe((content) => shown.push(content))
    tab.route.value = { view: 'saved' }
    await vi.waitFor(() => expect(tab.content.value).toMatchObject({ state: 'shelf', total: 40 }))
    expect(tab.shelf.value?.rows.value.get(many[39]?.id as string)?.title).toBe('Paper 39')
    await vi.waitFor(() => expect(tab.content.value).toMatchObject({ ids: { length: 40 } }))
    stop()
    const [first, whole] = shown.filter(({ state }) => state === 'shelf')
    const ids = many.map(({ id }) => id).toReversed()
    expect(first).toMatchObject({ ids: ids.slice(0, 12), total: 40, first: { length: 12 } })
    expect(whole).toEqual({
      route: { view: 'saved' },
      ...{ state: 'shelf', ids, total: 40 },
      isRelaxed: false,
    })
  })

  test('does not wake the background while all is fresh', async () => {
    const { tab } = await openTab('')
    await vi.waitFor(() => expect(tab.content.value.state).toBe('papers'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(sync).not.toHaveBeenCalled()
  })

  test('looks a saved paper up again that is opened while it waits', async () => {
    const id = '2601.00001'
    const { db, tab } = await openTab('')
    await keepPaper(db, { id, savedFrom: 'link' }, 5)
    tab.route.value = { view: 'paper', id }
    await vi.waitFor(() => expect(fetchPaper).toHaveBeenCalledExactlyOnceWith({ id }))
    await vi.waitFor(() => expect(tab.content.value).toMatchObject({ card: { pendingSince: 5 } }))
  })

  test('looks the paper it shows up at arXiv as soon as that may be asked', async () => {
    const { tab } = await openTab('#/paper/2601.00001')
    await vi.waitFor(() => expect(fetchPaper).toHaveBeenCalledOnce())
    expect(tab.mayAskArxiv.value).toBe(false)
    surfaces.allowed.add('https://export.arxiv.org/*')
    surfaces.tell('leave')
    await vi.waitFor(() => expect(fetchPaper).toHaveBeenCalledTimes(2))
    expect(tab.mayAskArxiv.value).toBe(true)
  })

  test('has what waits looked up when the browser is online again, and else nothing', async () => {
    const { db } = await openTab('')
    await surfaces.tell('online')
    expect(fillIn).not.toHaveBeenCalled()
    await keepPaper(db, { id: '2601.00001', savedFrom: 'link' }, 5)
    surfaces.tell('online')
    await vi.waitFor(() => expect(fillIn).toHaveBeenCalledOnce())
  })

  test('asks for the listing it shows when that is due', async () => {
    const { tab } = await openTab('#/trending')
    const wanted = [{ kind: 'trending', key: '' }]
    await vi.waitFor(() => expect(sync).toHaveBeenCalledWith({ reason: 'page', wanted }))
    await vi.waitFor(() => expect(tab.isFetching.value).toBe(false))
  })

  test('looks a paper up that is not here', async () => {
    await openTab('#/paper/2601.00001')
    await vi.waitFor(() => expect(fetchPaper).toHaveBeenCalledWith({ id: '2601.00001' }))
  })

  test('asks again at the reader’s wish, and tells what went wrong', async () => {
    const { tab, live } = await openTab('#/day/2026-08-14')
    await vi.waitFor(() => expect(tab.isFetching.value).toBe(false))
    sync.mockRejectedValueOnce(new Error('The disk is full.'))
    await live.refresh()
    const wanted = [{ kind: 'day', key: '2026-08-14' }]
    expect(sync).toHaveBeenLastCalledWith({ reason: 'user', wanted })
    expect(tab.failure.value).toBe('The disk is full.')
    await live.refresh()
    expect(tab.failure.value).toBeUndefined()
  })

  test('fetches as long as one of its fetches is under way', async () => {
    const { tab, live } = await openTab('')
    const first = Promise.withResolvers<typeof report>()
    sync.mockReturnValueOnce(first.promise)
    const slow = live.refresh()
    await live.refresh()
    expect(tab.isFetching.value).toBe(true)
    first.resolve(report)
    await slow
    expect(tab.isFetching.value).toBe(false)
  })

  test('opens an abstract and shuts it', async () => {
    const { tab, live } = await openTab('')
    await live.toggleAbstract('2608.00001')
    expect([...tab.abstracts.value]).toEqual([['2608.00001', makePaper().abstract]])
    await live.toggleAbstract('2608.00001')
    expect(tab.abstracts.value.size).toBe(0)
  })

  test('lets papers go and puts them back as they were, the last one first', async () => {
    const { db, tab, live } = await openTab('')
    for (const [i, id] of ids.entries()) await savePaper(db, id, i)
    const kept = await db.saved.toArray()
    for (const id of ids) {
      await live.setSaved(id, false)
      await vi.waitFor(async () => {
        const last = await db.released.orderBy('releasedAt').last()
        expect(last?.id).toBe(id)
        expect(tab.released.value).toMatchObject({ releasedAt: last?.releasedAt, count: 1 })
      })
    }
    await live.undo()
    expect((await db.saved.toArray()).map(({ id }) => id)).toEqual(ids.slice(-1))
    for (const _ of ids) await live.undo()
    expect(withoutStamps(await db.saved.toArray())).toEqual(withoutStamps(kept))
  })

  test('offers back what another page let go, until that is dismissed', async () => {
    const { db, tab, live } = await openTab('')
    await savePaper(db, '2608.00001', 5)
    await releasePapers(db, ['2608.00001'], Date.now())
    await vi.waitFor(() => expect(tab.released.value).toMatchObject({ count: 1 }))
    live.dismissUndo()
    expect(tab.released.value).toBeUndefined()
  })

  test('offers it for half a minute, on no page opened later, and undoes it for longer', async () => {
    const { db, tab, live } = await openTab('')
    for (const [i, id] of ids.entries()) await savePaper(db, id, i)
    await releasePapers(db, ids.slice(0, 1), Date.now() - 29_800)
    await vi.waitFor(() => expect(tab.released.value).toMatchObject({ count: 1 }))
    await vi.waitFor(() => expect(tab.released.value).toBeUndefined())
    await releasePapers(db, ids.slice(1, 2), Date.now() - 31_000)
    const seen: unknown[] = []
    tab.released.subscribe((released) => seen.push(released))
    await live.undo()
    await live.undo()
    expect(await db.saved.count()).toBe(ids.length)
    expect(seen).toEqual([undefined])
  })

  test('says why a paper could not be saved', async () => {
    const { tab, live } = await openTab('')
    await live.setSaved('2601.99999', true)
    expect(tab.failure.value).toContain('2601.99999')
  })

  test('remembers the look that the reader takes again', async () => {
    const { tab, live } = await openTab('')
    const later = Date.now() + 3_600_000
    vi.spyOn(Date, 'now').mockReturnValue(later)
    const before = tab.visit.value.lastLookAt
    live.lookAgain()
    const visit = { lastLookAt: later, previousEndedAt: before }
    await vi.waitFor(async () => expect(await readLocal('visit')).toEqual({ visit }))
    expect(tab.visit.value).toEqual(visit)
  })

  test('goes on with the visit of the other tabs when it is looked at again', async () => {
    const { tab, live } = await openTab('')
    const later = Date.now() + 8 * 3_600_000
    const previousEndedAt = later - 3_600_000
    await writeLocal({ visit: { lastLookAt: later - 60_000, previousEndedAt } })
    vi.spyOn(Date, 'now').mockReturnValue(later)
    live.lookAgain()
    const visit = { lastLookAt: later, previousEndedAt }
    await vi.waitFor(async () => expect(await readLocal('visit')).toEqual({ visit }))
    expect(tab.visit.value).toEqual(visit)
  })

  test('follows the endpoint of the settings', async () => {
    const { tab } = await openTab('')
    await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
    expect(tab.endpoint.value).toBe('https://mirror.example')
  })
})
