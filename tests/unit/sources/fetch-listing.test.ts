import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { FeedError } from '../../../lib/errors.ts'
import { dayRef, trendingRef } from '../../../lib/model/listing.ts'
import { fetchListing, fetchPaper } from '../../../lib/sources/hugging-face.ts'
import type { Fault } from '../../support/feed/faults.ts'
import type { FeedServer } from '../../support/feed/feed-server.ts'
import { newestSampleDate } from '../../support/feed/sample-feed.ts'
import { makeIds } from '../make-paper.ts'
import { makeRecord } from '../make-record.ts'
import { serve } from '../serve.ts'
import { idsOfDay, startFeed } from '../start-feed.ts'

const newest = dayRef(newestSampleDate)

afterEach(() => void vi.restoreAllMocks())

async function idsOf(listing: ReturnType<typeof fetchListing>): Promise<string[]> {
  return (await listing).papers.map((paper) => paper.id)
}

async function errorOf(work: Promise<unknown>): Promise<FeedError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(FeedError)
  return error as FeedError
}

/** Serves `pages` of records, the n-th for `p=n`; `headers` come with each. */
function servePages(
  pages: (page: number) => unknown[],
  headers: (page: number, url: URL) => Record<string, string> = () => ({}),
  seen: URL[] = [],
): Promise<string> {
  return serve((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://feed.example')
    seen.push(url)
    const page = Number(url.searchParams.get('p') ?? 0)
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers(page, url) })
    response.end(JSON.stringify(pages(page)))
  })
}

const recordsOf = (ids: readonly string[]) => ids.map((id) => makeRecord({ id }))
const ids = makeIds(230)
const pageOf = (page: number) => recordsOf(ids.slice(page * 100, page * 100 + 100))

describe('a listing', () => {
  test('of a day comes in the feed’s order', async () => {
    const server = await startFeed()
    expect(await idsOf(fetchListing(server.url, newest))).toEqual(
      idsOfDay(server, newestSampleDate),
    )
    expect(server.requests[0]).toMatchObject({
      path: '/api/daily_papers',
      search: `?date=${newestSampleDate}&limit=100`,
    })
  })

  test('of a weekend is empty, and no error', async () => {
    const { url } = await startFeed()
    expect(await fetchListing(url, dayRef('2026-08-16'))).toMatchObject({ papers: [], dropped: [] })
  })

  test.each([
    ['week', '2026-W34', '?week=2026-W34&limit=100'],
    ['month', '2026-08', '?month=2026-08&limit=100'],
    ['trending', '', '?sort=trending&limit=100'],
  ] as const)('of a %s asks for %s', async (kind, key, search) => {
    const server = await startFeed()
    expect((await fetchListing(server.url, { kind, key })).papers.length).toBeGreaterThan(50)
    expect(server.requests[0]?.search).toBe(search)
  })

  test('has a paper once that the feed lists twice', async () => {
    const url = await servePages(() => [
      makeRecord({ id: '2608.00001', upvotes: 5 }),
      makeRecord({ id: '2608.00002' }),
      makeRecord({ id: '2608.00001', upvotes: 4 }),
    ])
    const { papers, dropped } = await fetchListing(url, newest)
    expect(papers.map(({ id, upvotes }) => [id, upvotes])).toEqual([
      ['2608.00001', 5],
      ['2608.00002', 7],
    ])
    expect(dropped).toEqual([])
  })

  test('goes on without the records that cannot be read, and counts them by their place', async () => {
    const url = await servePages(() => [
      makeRecord({ id: '2608.00001' }),
      makeRecord({ id: '2608.00002', title: 7 }),
      null,
      makeRecord({ id: '2608.00003' }),
    ])
    const { papers, dropped } = await fetchListing(url, newest)
    expect(papers.map(({ id }) => id)).toEqual(['2608.00001', '2608.00003'])
    expect(dropped).toEqual([
      { id: '2608.00002', index: 1, reason: expect.stringContaining('paper.title') },
      { index: 2, reason: expect.any(String) },
    ])
  })

  test('of which nothing can be read is an error, not an empty day', async () => {
    const url = await servePages(() => [{ nothing: true }])
    expect((await errorOf(fetchListing(url, newest))).message).toMatch(/cannot be read/)
  })

  test('is asked for below the path of an endpoint', async () => {
    const seen: URL[] = []
    const url = await servePages(pageOf, undefined, seen)
    await fetchListing(`${url}/mirror`, newest)
    expect(seen.map(({ pathname }) => pathname)).toEqual(Array(3).fill('/mirror/api/daily_papers'))
  })

  test('is asked for without saying who asks', async () => {
    const seen: IncomingMessage['headers'][] = []
    const url = await serve((request, response) => {
      seen.push(request.headers)
      response.end('[]')
    })
    await fetchListing(url, newest)
    expect(seen[0]).toMatchObject({ accept: 'application/json' })
    expect(seen[0]).not.toHaveProperty('cookie')
    expect(seen[0]).not.toHaveProperty('referer')
  })
})

describe('the pages of a listing', () => {
  test('are joined by Link', async () => {
    const server = await startFeed()
    const { papers } = await fetchListing(server.url, { kind: 'month', key: '2026-08' })
    expect(papers.length).toBeGreaterThan(200)
    expect(server.requests.map(({ search }) => new URLSearchParams(search).get('p'))).toEqual([
      null,
      '1',
      '2',
    ])
  })

  test('are asked of the endpoint, though Link names the host behind it', async () => {
    const url = await servePages(pageOf, (page) =>
      page < 2
        ? { Link: `<http://127.0.0.1:1/api/daily_papers?p=${page + 1}>; rel="next"` }
        : { Link: '<http://127.0.0.1:1/>; rel="first"' },
    )
    expect(await idsOf(fetchListing(url, newest))).toEqual(ids)
  })

  test('are joined by their fullness where Link is hidden', async () => {
    const seen: URL[] = []
    const url = await servePages(pageOf, undefined, seen)
    expect(await idsOf(fetchListing(url, newest))).toEqual(ids)
    expect(seen.map(({ search }) => search)).toEqual([
      `?date=${newestSampleDate}&limit=100`,
      `?date=${newestSampleDate}&limit=100&p=1`,
      `?date=${newestSampleDate}&limit=100&p=2`,
    ])
  })

  test('end with an empty one when the last is full', async () => {
    const url = await servePages((page) => (page < 2 ? pageOf(page) : []))
    expect(await idsOf(fetchListing(url, newest))).toEqual(ids.slice(0, 200))
  })

  test('end where Link does, though the page is full', async () => {
    const seen: URL[] = []
    const link = { Link: '</api/daily_papers>; rel="first"' }
    const url = await servePages(pageOf, () => link, seen)
    expect(await idsOf(fetchListing(url, newest))).toHaveLength(100)
    expect(seen).toHaveLength(1)
  })

  test('of trending are one', async () => {
    const seen: URL[] = []
    const url = await servePages(pageOf, undefined, seen)
    expect(await idsOf(fetchListing(url, trendingRef))).toHaveLength(100)
    expect(seen).toHaveLength(1)
  })

  test('without an end are given up', async () => {
    const seen: URL[] = []
    const next = (page: number) => ({ Link: `<?p=${page + 1}>; rel="next"` })
    const url = await servePages(() => recordsOf(ids.slice(0, 1)), next, seen)
    expect((await errorOf(fetchListing(url, newest))).message).toMatch(/pages without an end/)
    expect(seen.length).toBeLessThanOrEqual(30)
  })

  test('come whole or not at all', async () => {
    const server = await startFeed()
    const isSecond = ({ searchParams }: URL) => searchParams.get('p') === '1'
    server.faults.set({ kind: 'status', status: 500 }, { only: isSecond })
    const error = await errorOf(fetchListing(server.url, { kind: 'month', key: '2026-08' }))
    expect(error.status).toBe(500)
  })

  test('are not asked for beyond a used-up quota', async () => {
    const server = await startFeed({ quota: { requests: 2, seconds: 60 } })
    const before = Date.now()
    const error = await errorOf(fetchListing(server.url, { kind: 'month', key: '2026-08' }))
    expect(server.requests).toHaveLength(2)
    expect(error.message).toMatch(/used up its quota/)
    expect(error.isOutage).toBe(true)
    expect(error.retryAt).toBeGreaterThanOrEqual(before + 60_000)
  })

  test('that take the last of the quota are kept when they are the last', async () => {
    const server = await startFeed({ quota: { requests: 1, seconds: 60 } })
    const before = Date.now()
    const { papers, quietUntil } = await fetchListing(server.url, newest)
    expect(papers.map(({ id }) => id)).toEqual(idsOfDay(server, newestSampleDate))
    expect(quietUntil).toBeGreaterThanOrEqual(before + 60_000)
    expect(quietUntil).toBeLessThan(before + 62_000)
  })
})

describe('a feed that', () => {
  async function failWith(fault: Fault): Promise<FeedError> {
    const server = await startFeed()
    server.faults.set(fault)
    return errorOf(fetchListing(server.url, newest))
  }

  test.each<[string, Fault, RegExp]>([
    ['answers with a web page', 'html', /a web page instead of data/],
    ['stops in the middle of its JSON', 'truncated-json', /an answer cut short/],
    ['hangs up in the middle', 'reset', /could not be reached/],
    ['sends an object', 'object', /something other than a list/],
    ['answers 500', { kind: 'status', status: 500 }, /HTTP 500/],
    ['floods', 'flood', /an answer without an end/],
  ])('%s is told by its name and taken for an outage', async (_what, fault, says) => {
    const error = await failWith(fault)
    expect(error.message).toMatch(says)
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ /)
    expect(error.isOutage).toBe(true)
    expect(error.retryAt).toBeUndefined()
  })

  test('refuses one question is not taken for an outage', async () => {
    const error = await failWith({ kind: 'status', status: 400 })
    expect([error.status, error.isOutage]).toEqual([400, false])
  })

  test.each([429, 503])('asks for a pause with %i gets it', async (status) => {
    const before = Date.now()
    const error = await failWith({ kind: 'status', status, retryAfterSeconds: 7 })
    expect(error).toMatchObject({ status, isOutage: true })
    expect(error.retryAt).toBeGreaterThanOrEqual(before + 7000)
    expect(error.retryAt).toBeLessThan(before + 12_000)
  })

  test.each(['silent', 'endless'] as const)('is %s is given up after 20 seconds', async (fault) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(300))
    const error = await failWith(fault)
    expect(spy).toHaveBeenCalledWith(20_000)
    expect(error.message).toMatch(/longer than 20 seconds/)
    expect(error.isOutage).toBe(true)
  })

  test('is not there cannot be reached', async () => {
    const error = await errorOf(fetchListing('http://127.0.0.1:1', newest))
    expect(error.message).toMatch(/^127\.0\.0\.1:1 could not be reached/)
    expect(error.cause).toBeInstanceOf(Error)
  })

  test('is silent is left when the caller gives up', async () => {
    const server = await startFeed()
    server.faults.set('silent')
    const stop = new AbortController()
    const error = errorOf(fetchListing(server.url, newest, stop.signal))
    await vi.waitUntil(() => server.requests.length > 0)
    stop.abort()
    await error
  })
})

test('two requests are under way at once, and never more', async () => {
  let underWay = 0
  const counts: number[] = []
  const url = await serve((_request, response) => {
    counts.push(++underWay)
    setTimeout(() => {
      underWay--
      response.end('[]')
    }, 20)
  })
  await Promise.all(makeIds(8).map(() => fetchListing(url, newest)))
  expect(counts).toHaveLength(8)
  expect(Math.max(...counts)).toBe(2)
})

describe('a single paper', () => {
  const at = (server: FeedServer) => idsOfDay(server, newestSampleDate)[0] as string

  test('is fetched by its id', async () => {
    const server = await startFeed()
    const listed = (await fetchListing(server.url, newest)).papers[0]
    expect(await fetchPaper(server.url, at(server))).toMatchObject({
      id: listed?.id,
      title: listed?.title,
      feedDate: newestSampleDate,
    })
  })

  test('that the feed does not have is no error', async () => {
    const { url } = await startFeed()
    expect(await fetchPaper(url, '2601.00001')).toBeUndefined()
  })

  test('that cannot be read, or fetched, is one', async () => {
    const server = await startFeed()
    server.faults.set({ kind: 'status', status: 500 })
    expect((await errorOf(fetchPaper(server.url, at(server)))).status).toBe(500)
    const url = await servePages(() => [])
    expect((await errorOf(fetchPaper(url, '2601.00001'))).message).toMatch(/cannot be read/)
  })
})
