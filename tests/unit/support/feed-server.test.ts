import { afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../support/feed/faults.ts'
import {
  type FeedServer,
  type FeedServerOptions,
  startFeedServer,
} from '../../support/feed/feed-server.ts'
import { openFeed } from '../../support/feed/feed-source.ts'
import type { RawRecord } from '../../support/feed/raw-paper.ts'
import { newestSampleDate } from '../../support/feed/sample-feed.ts'

const sample = openFeed('sample')
const newestDay = `/api/daily_papers?date=${newestSampleDate}`
let server: FeedServer | undefined

afterEach(() => server?.close())

async function start(options: FeedServerOptions = {}): Promise<FeedServer> {
  server = await startFeedServer({ source: sample, ...options })
  return server
}

function get(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${server?.url}${path}`, init)
}

async function getRecords(path: string): Promise<RawRecord[]> {
  return (await (await get(path)).json()) as RawRecord[]
}

async function getError(path: string): Promise<{ status: number; error: string }> {
  const response = await get(path)
  const { error } = (await response.json()) as { error: string }
  return { status: response.status, error }
}

describe('a listing', () => {
  test('of a day is the day as the source has it', async () => {
    await start()
    expect(await getRecords(newestDay)).toEqual(sample.day(newestSampleDate))
  })

  test('of a weekend is empty', async () => {
    await start()
    expect(await getRecords('/api/daily_papers?date=2026-08-15')).toEqual([])
  })

  test('comes in pages that Link joins to the whole', async () => {
    await start()
    const ids: string[] = []
    let next: string | undefined = `${server?.url}${newestDay}&limit=10`
    while (next) {
      const response: Response = await fetch(next)
      const records = (await response.json()) as RawRecord[]
      expect(records.length).toBeLessThanOrEqual(10)
      ids.push(...records.map(({ paper }) => paper.id))
      next = /^<(http[^>]+)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1]
    }
    const whole = sample.day(newestSampleDate) as RawRecord[]
    expect(ids).toEqual(whole.map(({ paper }) => paper.id))
  })

  test('stops at 50 unless more are asked for, and is empty beyond its end', async () => {
    await start()
    expect(await getRecords('/api/daily_papers?month=2026-08')).toHaveLength(50)
    expect(await getRecords('/api/daily_papers?month=2026-08&limit=100')).toHaveLength(100)
    expect(await getRecords(`${newestDay}&p=9`)).toEqual([])
  })

  test('of a week goes from Monday to Sunday, by upvotes, each paper once', async () => {
    await start()
    const records = await getRecords('/api/daily_papers?week=2026-W32&limit=100')
    const days = records.map(({ paper }) => paper.submittedOnDailyAt.slice(0, 10))
    expect([...new Set(days)].sort()).toEqual(['2026-08-06', '2026-08-07'])
    const upvotes = records.map(({ paper }) => paper.upvotes)
    expect(upvotes.toSorted((one, other) => other - one)).toEqual(upvotes)
    expect(new Set(records.map(({ paper }) => paper.id)).size).toBe(records.length)
  })

  test('by trend is one list by stars, whatever the date', async () => {
    await start()
    const trending = await getRecords('/api/daily_papers?sort=trending')
    expect(await getRecords(`${newestDay}&sort=trending`)).toEqual(trending)
    const stars = trending.map(({ paper }) => paper.githubStars ?? 0)
    expect(stars.toSorted((one, other) => other - one)).toEqual(stars)
    expect(new Set(trending.map(({ paper }) => paper.submittedOnDailyAt)).size).toBeGreaterThan(3)
  })

  test('of a submitter has nobody else’s papers', async () => {
    await start()
    const [first] = sample.day(newestSampleDate) as RawRecord[]
    const records = await getRecords(`/api/daily_papers?submitter=${first?.submittedBy.name}`)
    expect(records.map(({ paper }) => paper.id)).toEqual([first?.paper.id])
  })
})

describe('a wrong parameter', () => {
  test.each([
    ['date=2025-13-40', 'date'],
    ['date=2999-01-01', 'date'],
    ['week=2026-W54', 'week'],
    ['week=2026-8', 'week'],
    ['month=2026-13', 'month'],
    ['sort=upvotes', 'sort'],
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['p=-1', 'p'],
  ])('%s is answered with 400 and the name of the parameter', async (query, parameter) => {
    await start()
    const { status, error } = await getError(`/api/daily_papers?${query}`)
    expect(status).toBe(400)
    expect(error).toContain(`at ${parameter}`)
  })

  test('limit=101 is too big in the words of the real feed', async () => {
    await start()
    const { error } = await getError('/api/daily_papers?limit=101')
    expect(error).toContain('Too big: expected number to be <=100')
  })
})

describe('a single paper', () => {
  test('has the fields of paper at the top', async () => {
    await start()
    const [{ paper } = { paper: undefined }] = sample.day(newestSampleDate) as RawRecord[]
    const found = await (await get(`/api/papers/${paper?.id}`)).json()
    expect(found).toMatchObject({ ...paper, linkedModels: [] })
  })

  test('that is unknown is 404 with a reason, as is any other path', async () => {
    await start()
    expect(await getError('/api/papers/2601.00001')).toEqual({
      status: 404,
      error: 'Paper not found',
    })
    expect((await get('/papers')).status).toBe(404)
  })
})

describe('a search', () => {
  test('finds a paper by a word of its abstract, and marks the word', async () => {
    await start()
    const hits = (await (await get('/api/papers/search?q=tracewarden')).json()) as {
      title: string
      highlightedSummary: { type: string; text: string }[]
    }[]
    expect(hits.map(({ title }) => title)).toEqual([expect.stringContaining('<think>')])
    expect(hits[0]?.highlightedSummary).toContainEqual({ type: 'highlight', text: 'Tracewarden' })
  })

  test('wants all words, and no more than 250 characters', async () => {
    await start()
    expect(await getRecords('/api/papers/search?q=tracewarden+sparse')).toEqual([])
    expect((await getError(`/api/papers/search?q=${'a'.repeat(251)}`)).status).toBe(400)
    expect((await getError('/api/papers/search?q=a&limit=121')).status).toBe(400)
    expect(await getRecords('/api/papers/search?q=the&limit=3')).toHaveLength(3)
  })
})

describe('the limits', () => {
  test('are counted down and end in 429', async () => {
    await start({ quota: { requests: 2, seconds: 60 }, sendsRetryAfter: true })
    const first = await get(newestDay)
    expect(first.headers.get('RateLimit')).toBe('"api";r=1;t=60')
    expect(first.headers.get('RateLimit-Policy')).toBe('"fixed window";"api";q=2;w=60')
    await get(newestDay)
    const third = await get(newestDay)
    expect(third.status).toBe(429)
    expect(third.headers.get('RateLimit')).toMatch(/^"api";r=0;t=\d+$/)
    expect(Number(third.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  test('of searching are its own', async () => {
    await start({ quota: { requests: 1, seconds: 60 }, searchQuota: { requests: 1, seconds: 60 } })
    const ask = async (path: string) => {
      const { status, headers } = await fetch(`${server?.url}${path}`)
      return [status, headers.get('RateLimit')]
    }
    expect(await ask('/api/papers/search?q=a')).toEqual([200, '"search";r=0;t=60'])
    expect((await ask('/api/papers/search?q=a'))[0]).toBe(429)
    expect(await ask('/api/daily_papers')).toEqual([200, '"api";r=0;t=60'])
  })

  test('are lifted when the window is over', async () => {
    await start({ quota: { requests: 1, seconds: 0.1 } })
    await get(newestDay)
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect((await get(newestDay)).status).toBe(200)
  })
})

describe('a page of another origin', () => {
  const headers = { Origin: 'chrome-extension://paperboy' }

  test('may read the answer and the headers that matter', async () => {
    await start()
    const response = await get('/api/papers/2601.00001', { headers })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(headers.Origin)
    expect(response.headers.get('Vary')).toBe('Origin')
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('RateLimit-Policy')
  })

  test('may ask beforehand, at no cost', async () => {
    await start({ quota: { requests: 1, seconds: 60 } })
    expect((await get(newestDay, { method: 'OPTIONS', headers })).status).toBe(200)
    expect((await get(newestDay)).status).toBe(200)
  })
})

test('requests are written down, and how many were under way at once', async () => {
  const { requests } = await start()
  server?.faults.set('silent', { only: (url) => url.search === '' })
  const patience = AbortSignal.timeout(100)
  const hanging = [1, 2, 3].map(() => get('/api/daily_papers', { signal: patience }))
  await Promise.allSettled(hanging)
  await get(newestDay, { headers: { Origin: 'https://mirror.example' } })
  expect(server?.mostAtOnce).toBe(3)
  expect(requests).toHaveLength(4)
  expect(requests[3]).toMatchObject({
    method: 'GET',
    path: '/api/daily_papers',
    search: `?date=${newestSampleDate}`,
    origin: 'https://mirror.example',
  })
})

test('the feed can be moved so that its newest day is another', async () => {
  await start({ newest: '2027-03-01' })
  expect(server?.source.dates.at(-1)).toBe('2027-03-01')
  const records = await getRecords('/api/daily_papers?date=2027-03-01')
  expect(records).toHaveLength(sample.day(newestSampleDate).length)
})

describe('a fault', () => {
  const whole = sample.day(newestSampleDate) as RawRecord[]

  async function startWith(fault: Fault): Promise<void> {
    await start()
    server?.faults.set(fault)
  }

  test('lasts as often as it was told to, where it was told to', async () => {
    await start()
    const only = (url: URL): boolean => url.searchParams.has('date')
    server?.faults.set({ kind: 'status', status: 503 }, { only, times: 2 })
    const statuses: number[] = []
    for (const path of [newestDay, '/api/daily_papers', newestDay, newestDay]) {
      statuses.push((await get(path)).status)
    }
    expect(statuses).toEqual([503, 200, 503, 200])
  })

  test('can be taken back', async () => {
    await startWith('empty-array')
    server?.faults.set(undefined)
    expect(await getRecords(newestDay)).toHaveLength(whole.length)
  })

  test('of status says when to come back', async () => {
    await startWith({ kind: 'status', status: 429, retryAfterSeconds: 7 })
    const response = await get(newestDay)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
  })

  test('can be a page instead of data', async () => {
    await startWith('html')
    const response = await get(newestDay)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('text/html')
  })

  test('can be JSON that stops, on a connection that ends well', async () => {
    await startWith('truncated-json')
    const text = await (await get(newestDay)).text()
    expect(JSON.stringify(whole).startsWith(text)).toBe(true)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('can be a connection that breaks after the status', async () => {
    await startWith('reset')
    const response = await get(newestDay)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  test('can be an object, nothing, or half of it', async () => {
    await startWith('object')
    expect(Array.isArray(await getRecords(newestDay))).toBe(false)
    server?.faults.set('empty-array')
    expect(await getRecords(newestDay)).toEqual([])
    server?.faults.set('half')
    expect(await getRecords(newestDay)).toEqual(whole.slice(0, Math.floor(whole.length / 2)))
  })

  test('can be any change to the records, which the source does not notice', async () => {
    const change = (records: RawRecord[]): unknown => {
      for (const { paper } of records) paper.title = '<script>alert(1)</script>'
      return records
    }
    await startWith({ kind: 'mangle', change })
    expect((await getRecords(newestDay))[0]?.paper.title).toContain('<script>')
    server?.faults.set(undefined)
    expect(await getRecords(newestDay)).toEqual(whole)
  })

  test.each(['endless', 'flood'] as const)('can be %s, until the server closes', async (fault) => {
    await startWith(fault)
    const response = await get(newestDay)
    const reader = response.body?.getReader()
    expect((await reader?.read())?.value?.[0]).toBe(' '.charCodeAt(0))
    await server?.close()
    await expect(readToEnd(reader)).rejects.toThrow()
  })

  test('can be silence, until the server closes', async () => {
    await startWith('silent')
    const answer = expect(get(newestDay)).rejects.toThrow()
    while (server?.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await server?.close()
    await answer
  })
})

async function readToEnd(reader: ReadableStreamDefaultReader | undefined): Promise<void> {
  while (reader && !(await reader.read()).done);
}
