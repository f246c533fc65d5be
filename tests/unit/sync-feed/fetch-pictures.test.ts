import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PaperboyDatabase } from '../../../lib/db/database.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { feedDateAt } from '../../../lib/model/feed-date.ts'
import { endPicturePause, fetchPictures } from '../../../lib/sync-feed/fetch-pictures.ts'
import { syncFeed } from '../../../lib/sync-feed/sync-feed.ts'
import type { FeedServer } from '../../support/feed/feed-server.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { startFeed } from '../start-feed.ts'

let server: FeedServer
let db: PaperboyDatabase
/** Stands for the browser's own: Node has none. */
const shrink = vi.fn(async (_blob: Blob, width: number) => ({
  ...{ type: 'image/webp', bytes: new Uint8Array([1]), width },
}))

beforeEach(async () => {
  shrink.mockClear()
  server = await startFeed({ newest: feedDateAt(new Date()), hasThumbnails: true })
  db = openDatabase()
  await syncFeed({ db, endpoint: server.url })
})
afterEach(() => vi.unstubAllGlobals())

const edition = async () => (await db.listings.get(['day', feedDateAt(new Date())]))?.ids ?? []
const stateOf = async () => (await readSyncState(db)).pictures
const fetchNow = (endpoint = server.url) => fetchPictures({ db, endpoint, shrink })

describe('the pictures', () => {
  test('of the first thirty come in the order of the edition, the lead’s the widest', async () => {
    expect(await fetchNow()).toBe(30)
    const ids = (await edition()).slice(0, 30)
    expect(server.thumbnails).toEqual(ids)
    expect(await db.pictures.count()).toBe(30)
    expect(shrink.mock.calls.map(([, width]) => width)).toEqual([640, ...Array(29).fill(360)])
    expect(shrink.mock.calls[0]?.[0]).toMatchObject({ type: 'image/png' })
    // All thirty are drawn here for the first time, which takes its time on a machine at work.
  }, 120_000)

  test('are asked for once', async () => {
    await fetchNow()
    expect(await fetchNow()).toBe(0)
    expect(server.thumbnails).toHaveLength(30)
  })

  test('that are narrower than the lead are asked for once all the same', async () => {
    shrink.mockImplementation(async (_blob, width) => ({
      ...{ type: 'image/webp', bytes: new Uint8Array([1]), width: Math.min(width, 360) },
    }))
    await fetchNow()
    expect(await fetchNow()).toBe(0)
    expect(server.thumbnails).toHaveLength(30)
  })

  test('of a paper that comes to lead are asked for again, wide', async () => {
    await fetchNow()
    const [, second = '', ...others] = await edition()
    const key = ['day', feedDateAt(new Date())] as ['day', string]
    await db.listings.update(key, { ids: [second, ...others] })
    server.thumbnails.length = 0
    await fetchNow()
    expect(server.thumbnails[0]).toBe(second)
    expect(shrink.mock.lastCall?.[1]).toBe(360)
  })

  test('of saved papers come, too', async () => {
    const address = `${server.url}/social-thumbnails/papers/2608.00001.png`
    await db.papers.put(makePaper({ id: '2608.00001', thumbnailUrl: address }))
    await savePaper(db, '2608.00001', 1)
    expect(await fetchNow()).toBe(31)
    expect(server.thumbnails.at(-1)).toBe('2608.00001')
  })

  test('are asked of nobody when the endpoint is another', async () => {
    expect(await fetchNow('https://mirror.example')).toBe(0)
    expect(server.thumbnails).toEqual([])
  })

  test('that cannot be drawn are passed over, and not asked for again that day', async () => {
    shrink.mockResolvedValueOnce(undefined as never)
    expect(await fetchNow()).toBe(29)
    const [lead = ''] = await edition()
    expect((await stateOf())?.missing).toHaveProperty([lead])
    await fetchNow()
    expect(server.thumbnails).toHaveLength(30)
  })
})

test('one that the browser cannot make small does not keep the others away', async () => {
  shrink.mockRejectedValueOnce(new DOMException('Out of memory', 'InvalidStateError'))
  expect(await fetchNow()).toBe(29)
  const [lead = ''] = await edition()
  expect((await stateOf())?.missing).toHaveProperty([lead])
})

describe('when the host of the pictures', () => {
  beforeEach(async () => {
    const key = ['day', feedDateAt(new Date())] as ['day', string]
    await db.listings.update(key, { ids: (await edition()).slice(0, 3) })
  })
  const answer = (response: () => Response | Promise<Response>) => {
    const fetch = vi.fn(async () => response())
    vi.stubGlobal('fetch', fetch)
    return fetch
  }
  const refuse = () => answer(() => Promise.reject(new TypeError('Failed to fetch')))

  test('lets nobody read them, the round ends, and says who it was', async () => {
    const fetch = refuse()
    expect(await fetchNow()).toBe(0)
    expect(fetch).toHaveBeenCalledOnce()
    expect(await stateOf()).toMatchObject({
      refusedBy: server.url,
      pausedUntil: expect.any(Number),
    })
    await fetchNow()
    expect(fetch).toHaveBeenCalledOnce()
  })

  test('may be asked with the reader’s leave, it is asked at once', async () => {
    refuse()
    await fetchNow()
    vi.unstubAllGlobals()
    await endPicturePause(db)
    expect(await fetchNow()).toBe(3)
    expect((await stateOf())?.refusedBy).toBeUndefined()
  })

  test('asks for a pause, it has one', async () => {
    const fetch = answer(() => new Response('', { status: 429, headers: { 'Retry-After': '90' } }))
    await fetchNow()
    const { pausedUntil = 0, refusedBy } = (await stateOf()) ?? {}
    expect(Math.abs(pausedUntil - Date.now() - 90_000)).toBeLessThan(5000)
    expect(refusedBy).toBeUndefined()
    expect(fetch).toHaveBeenCalledOnce()
  })

  const png = (width: number, height: number) => {
    const bytes = new DataView(new ArrayBuffer(33))
    const header = [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height]
    for (const [i, value] of header.entries()) bytes.setUint32(i * 4, value)
    return bytes.buffer
  }

  test.each([
    ['has none', () => new Response('', { status: 404 })],
    ['sends a page', () => new Response('<html>')],
    ['sends a drawing', () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['sends one of a billion pixels', () => new Response(png(32_000, 32_000))],
    ['sends one without pixels', () => new Response(png(0, 10))],
    ['sends one without an end', () => new Response(new Uint8Array(5 * 1024 * 1024))],
  ])('%s, none is opened, and the next is asked for', async (_what, response) => {
    const fetch = answer(response)
    expect(await fetchNow()).toBe(0)
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(shrink).not.toHaveBeenCalled()
    expect((await stateOf())?.pausedUntil).toBeUndefined()
  })
})
