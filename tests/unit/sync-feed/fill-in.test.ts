import { describe, expect, test, vi } from 'vitest'
import { keepPaper, pendingPapers } from '../../../lib/db/pending.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { fillInPending } from '../../../lib/sync-feed/fill-in.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { serve } from '../serve.ts'
import { startArxiv } from '../start-arxiv.ts'
import { idsOfDay, startFeed } from '../start-feed.ts'

const nowhere = 'http://127.0.0.1:9'
const unknown = (i: number) => `2501.${String(90_000 + i)}`

async function openWaiting(ids: readonly string[]) {
  const db = openDatabase()
  for (const [i, id] of ids.entries()) await keepPaper(db, { id, savedFrom: 'link' }, 1000 + i)
  return db
}

describe('saved papers that wait', () => {
  test('are filled in from wherever they are, what the reader wrote untouched', async () => {
    const feed = await startFeed()
    const known = idsOfDay(feed, feed.source.dates.at(-1) ?? '')[0] ?? ''
    const arxiv = await startArxiv([{ id: unknown(1), title: 'On Zebras' }])
    const db = await openWaiting([known, unknown(1), unknown(2)])
    await db.saved.update(unknown(1), { note: 'Mine', tags: ['zebra'] })
    const report = await fillInPending(db, { endpoint: feed.url, arxiv: arxiv.url })
    expect(report).toEqual({ filled: 2, waiting: 1 })
    expect(await db.saved.get(unknown(1))).toMatchObject({
      record: { title: 'On Zebras' },
      ...{ note: 'Mine', tags: ['zebra'], savedAt: 1001 },
    })
    expect((await pendingPapers(db)).map(({ id }) => id)).toEqual([unknown(2)])
    // All that Hugging Face lacks in one request.
    expect(arxiv.requests.map(({ ids }) => ids)).toEqual([[unknown(1), unknown(2)]])
  })

  test('of other sites than arXiv are asked of nobody', async () => {
    const feed = await startFeed()
    const arxiv = await startArxiv([])
    const db = await openWaiting(['acl:P19-1001', 'openreview:aBc_-123'])
    const sources = { endpoint: feed.url, arxiv: arxiv.url }
    expect(await fillInPending(db, sources, 'reader')).toEqual({ filled: 0, waiting: 0 })
    expect([...feed.requests, ...arxiv.requests]).toEqual([])
    expect(await pendingPapers(db)).not.toMatchObject([{ triedAt: expect.anything() }])
  })

  test('are left as they are offline, and filled in when the line is back', async () => {
    const db = await openWaiting([unknown(1)])
    const arxiv = await startArxiv([{ id: unknown(1), title: 'On Zebras' }])
    const offline = await fillInPending(db, { endpoint: nowhere }, 'online')
    expect(offline).toEqual({
      ...{ filled: 0, waiting: 1 },
      problem: '127.0.0.1:9 could not be reached.',
    })
    expect(await pendingPapers(db)).not.toMatchObject([{ triedAt: expect.anything() }])
    const feed = await startFeed()
    const online = await fillInPending(db, { endpoint: feed.url, arxiv: arxiv.url })
    expect(online).toEqual({ filled: 1, waiting: 0 })
  })

  test('need no request for what the feed has brought in the meantime', async () => {
    const db = await openWaiting([unknown(1)])
    await db.papers.put(makePaper({ id: unknown(1), title: 'On Zebras' }))
    expect(await fillInPending(db, { endpoint: nowhere })).toEqual({ filled: 1, waiting: 0 })
  })

  test('that nobody has are not asked for again at once, unless the reader asks', async () => {
    const feed = await startFeed()
    const db = await openWaiting([unknown(1)])
    const sources = { endpoint: feed.url }
    expect(await fillInPending(db, sources)).toEqual({ filled: 0, waiting: 1 })
    expect(await fillInPending(db, sources)).toEqual({ filled: 0, waiting: 1 })
    expect(feed.requests).toHaveLength(1)
    await fillInPending(db, sources, 'reader')
    expect(feed.requests).toHaveLength(2)
  })

  test('wait for arXiv until it may be asked, and then come', async () => {
    const feed = await startFeed()
    const arxiv = await startArxiv([{ id: unknown(1), title: 'On Zebras' }])
    const db = await openWaiting([unknown(1)])
    await fillInPending(db, { endpoint: feed.url })
    expect(arxiv.requests).toHaveLength(0)
    const report = await fillInPending(db, { endpoint: feed.url, arxiv: arxiv.url }, 'reader')
    expect(report).toEqual({ filled: 1, waiting: 0 })
  })

  test('that are many come from arXiv a hundred at a time', async () => {
    const feed = await startFeed()
    const ids = Array.from({ length: 130 }, (_, i) => unknown(i))
    const arxiv = await startArxiv(ids.slice(0, 129).map((id) => ({ id, title: id })))
    const db = await openWaiting(ids)
    const report = await fillInPending(db, { endpoint: feed.url, arxiv: arxiv.url })
    expect(report).toEqual({ filled: 129, waiting: 1 })
    expect(arxiv.requests.map((request) => request.ids.length)).toEqual([100, 30])
    expect(feed.requests).toHaveLength(1)
  }, 15_000)

  test('that are many do not use up what Hugging Face grants', async () => {
    const feed = await startFeed()
    const db = await openWaiting(Array.from({ length: 130 }, (_, i) => unknown(i)))
    const sources = { endpoint: feed.url }
    expect(await fillInPending(db, sources)).toEqual({ filled: 0, waiting: 130 })
    expect(feed.requests).toHaveLength(100)
    // Those it has not been asked for yet are next.
    await fillInPending(db, sources)
    expect(feed.requests).toHaveLength(130)
  })

  test('go on to be asked for when Hugging Face sends one that cannot be read', async () => {
    const asked: unknown[] = []
    const endpoint = await serve(({ url }, response) => {
      asked.push(url?.split('/').at(-1))
      response.writeHead(asked.length === 1 ? 200 : 404).end('{}')
    })
    const db = await openWaiting([unknown(1), unknown(2)])
    const report = await fillInPending(db, { endpoint })
    expect(report.problem).toMatch(/sent a paper that cannot be read/)
    expect(asked).toEqual([unknown(1), unknown(2)])
    expect((await readSyncState(db)).backOff).toBeUndefined()
  })

  test('are asked for once by two pages at once', async () => {
    const feed = await startFeed()
    const db = await openWaiting([unknown(1)])
    await Promise.all([1, 2].map(() => fillInPending(db, { endpoint: feed.url })))
    expect(feed.requests).toHaveLength(1)
  })

  test('that were let go meanwhile do not come back', async () => {
    const feed = await startFeed()
    const db = await openWaiting([unknown(1)])
    const arxiv = await startArxiv([{ id: unknown(1), title: 'On Zebras' }])
    const filling = fillInPending(db, { endpoint: feed.url, arxiv: arxiv.url })
    await vi.waitFor(() => expect(feed.requests).toHaveLength(1))
    await releasePapers(db, [unknown(1)], 5)
    await filling
    expect(await db.saved.count()).toBe(0)
  })
})
