import { describe, expect, test } from 'vitest'
import type { PaperboyDatabase } from '../../../lib/db/database.ts'
import { getListing } from '../../../lib/db/listings.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { closesAt } from '../../../lib/model/feed-date.ts'
import { dayRef, trendingRef } from '../../../lib/model/listing.ts'
import { type SyncRequest, syncFeed } from '../../../lib/sync-feed/sync-feed.ts'
import type { FeedServer, FeedServerOptions } from '../../support/feed/feed-server.ts'
import { openDatabase } from '../open-database.ts'
import { idsOfDay, startFeed } from '../start-feed.ts'

const minute = 60_000
const today = '2026-08-21'
const yesterday = '2026-08-20'
/** Noon in New York on the sample's newest day, a Friday. */
const noon = Date.parse('2026-08-21T16:00:00Z')

/** A feed, an empty database and a clock that stands until it is moved. */
async function setUp(options?: FeedServerOptions) {
  const server = await startFeed(options)
  const db = openDatabase()
  const clock = { now: noon }
  const sync = (request: Partial<SyncRequest> = {}) =>
    syncFeed({ db, endpoint: server.url, now: () => clock.now, random: () => 0.5, ...request })
  return { server, db, clock, sync }
}

const askedDays = ({ requests }: FeedServer, from = 0) =>
  requests
    .slice(from)
    .map(({ search }) => new URLSearchParams(search).get('date'))
    .sort()

const idsIn = async (db: PaperboyDatabase, date: string) =>
  (await getListing(db, dayRef(date)))?.ids

describe('the first run', () => {
  test('fetches today and six editions, each once', async () => {
    const { server, db, sync } = await setUp()
    const report = await sync()
    expect(report.outcomes.every(({ result }) => result === 'stored')).toBe(true)
    expect(await idsIn(db, today)).toEqual(idsOfDay(server, today))
    const days = askedDays(server)
    expect(days[0]).toBe('2026-08-13')
    expect(new Set(days).size).toBe(days.length)
    const editions = (await db.listings.toArray()).filter(({ ids }) => ids.length > 0)
    expect(editions).toHaveLength(7)
    expect(await readSyncState(db)).toEqual({ report })
  })

  test('goes further back over days that turn out to be empty', async () => {
    const { server, db, sync } = await setUp()
    const isHoliday = ({ searchParams }: URL) => searchParams.get('date') === '2026-08-19'
    server.faults.set('empty-array', { only: isHoliday })
    await sync()
    const editions = (await db.listings.toArray()).filter(({ ids }) => ids.length > 0)
    expect(editions).toHaveLength(7)
    expect(askedDays(server)[0]).toBe('2026-08-12')
  })

  test('fetches what a page shows, too', async () => {
    const { server, db, sync } = await setUp()
    await sync({ wanted: [trendingRef, dayRef(today)] })
    expect(server.requests.filter(({ search }) => search.includes('trending'))).toHaveLength(1)
    expect(askedDays(server).filter((date) => date === today)).toHaveLength(1)
    expect((await getListing(db, trendingRef))?.ids.length).toBeGreaterThan(90)
  })
})

describe('the next run', () => {
  test('asks for nothing while all is fresh', async () => {
    const { server, clock, sync } = await setUp()
    await sync()
    const before = server.requests.length
    clock.now += 20 * minute
    expect((await sync({ wanted: [dayRef(today)] })).outcomes).toEqual([])
    expect(server.requests).toHaveLength(before)
  })

  test('that asks for nothing leaves the last report', async () => {
    const { db, sync } = await setUp()
    const report = await sync()
    await sync()
    expect((await readSyncState(db)).report).toEqual(report)
  })

  test('asks for today and what the page shows when the reader asks, though all is fresh', async () => {
    const { server, sync } = await setUp()
    await sync()
    const before = server.requests.length
    await sync({ isReaderAsking: true, wanted: [dayRef(yesterday)] })
    expect(askedDays(server, before)).toEqual([yesterday, today])
  })

  test('sees the day grow, and the papers that are new', async () => {
    const { server, db, clock, sync } = await setUp()
    const isToday = ({ searchParams }: URL) => searchParams.get('date') === today
    server.faults.set('half', { only: isToday })
    await sync()
    const whole = idsOfDay(server, today)
    expect(await idsIn(db, today)).toHaveLength(Math.floor(whole.length / 2))

    server.faults.set(undefined)
    const before = server.requests.length
    clock.now += 30 * minute
    const { outcomes } = await sync()
    expect(askedDays(server, before)).toEqual([today])
    expect(outcomes).toMatchObject([{ result: 'stored', papers: whole.length, added: 16 }])
    expect(await idsIn(db, today)).toEqual(whole)
  })

  test('asks once more for a day that has closed', async () => {
    const { server, db, clock, sync } = await setUp()
    await sync()
    for (const after of [2, 40, 80]) {
      clock.now = closesAt(today) + after * minute
      await sync()
    }
    expect(askedDays(server).filter((date) => date === today)).toHaveLength(2)
    expect(await getListing(db, dayRef(today))).toMatchObject({ isComplete: true })
  })
})

describe('a feed in trouble', () => {
  test.each(['html', 'truncated-json', 'object', 'reset'] as const)(
    'with %s takes nothing away, and is told',
    async (fault) => {
      const { server, db, clock, sync } = await setUp()
      await sync()
      const [papers, listings] = [await db.papers.toArray(), await db.listings.toArray()]
      server.faults.set(fault)
      clock.now += 30 * minute
      const { outcomes } = await sync()
      expect(outcomes).toMatchObject([{ ref: dayRef(today), result: 'failed' }])
      expect(outcomes[0]?.problem).toMatch(/^127\.0\.0\.1:\d+ /)
      expect(await db.papers.toArray()).toEqual(papers)
      expect(await db.listings.toArray()).toEqual(listings)
      expect((await readSyncState(db)).backOff).toMatchObject({
        endpoint: server.url,
        failures: 1,
        retryAt: clock.now + 30_000,
        isBinding: false,
      })
    },
  )

  test.each(['empty-array', 'half'] as const)('with %s keeps the good day', async (fault) => {
    const { server, db, clock, sync } = await setUp()
    await sync()
    server.faults.set(fault)
    clock.now += 30 * minute
    expect((await sync()).outcomes).toMatchObject([{ result: 'kept' }])
    expect(await idsIn(db, today)).toEqual(idsOfDay(server, today))
  })

  test('is asked no more in this run', async () => {
    const { server, sync } = await setUp()
    server.faults.set({ kind: 'status', status: 500 })
    const { outcomes } = await sync()
    // Two were under way at once.
    expect(server.requests.length).toBeLessThanOrEqual(2)
    expect(outcomes).toHaveLength(1)
  })

  test('is left alone until its time, also by a worker that has just started', async () => {
    const { server, db, clock, sync } = await setUp()
    server.faults.set({ kind: 'status', status: 500 })
    await sync()
    const before = server.requests.length
    const restarted = openDatabase(db.name)
    clock.now += 29_000
    const report = await sync({ db: restarted })
    expect(report).toMatchObject({ outcomes: [], waiting: { until: noon + 30_000 } })
    expect(report.waiting?.reason).toContain('HTTP 500')
    expect(server.requests).toHaveLength(before)

    clock.now += 1000
    await sync({ db: restarted })
    expect(server.requests.length).toBeGreaterThan(before)
    expect((await readSyncState(restarted)).backOff).toMatchObject({ failures: 2 })
  })

  test('is asked sooner when the reader asks', async () => {
    const { server, db, sync } = await setUp()
    server.faults.set({ kind: 'status', status: 500 }, { times: 2 })
    await sync()
    server.faults.set(undefined)
    await sync({ isReaderAsking: true })
    expect(await idsIn(db, today)).toEqual(idsOfDay(server, today))
    expect((await readSyncState(db)).backOff).toBeUndefined()
  })

  test('is not asked sooner, whoever asks, when it said how long', async () => {
    const { server, clock, sync } = await setUp()
    // The answer's own clock is the machine's.
    clock.now = Date.now()
    server.faults.set({ kind: 'status', status: 429, retryAfterSeconds: 600 })
    await sync()
    server.faults.set(undefined)
    const before = server.requests.length
    clock.now += 590_000
    expect((await sync({ isReaderAsking: true })).waiting?.reason).toContain('429')
    expect(server.requests).toHaveLength(before)
    clock.now += 15_000
    await sync()
    expect(server.requests.length).toBeGreaterThan(before)
  })

  test('is left when its quota is used up, with what came before that', async () => {
    const { server, db, clock, sync } = await setUp({ quota: { requests: 3, seconds: 600 } })
    clock.now = Date.now()
    await sync({ wanted: [dayRef(today)] })
    // One more may be under way when the third answer says that nothing is left.
    expect(server.requests.length).toBeLessThanOrEqual(4)
    expect(await db.listings.count()).toBe(3)
    const { backOff } = await readSyncState(db)
    expect(backOff?.isBinding).toBe(true)
    expect(backOff?.retryAt).toBeGreaterThan(clock.now + 590_000)
    const before = server.requests.length
    await sync({ isReaderAsking: true })
    expect(server.requests).toHaveLength(before)
  })

  test('forgets its failures when it is well again', async () => {
    const { server, db, clock, sync } = await setUp()
    server.faults.set({ kind: 'status', status: 500 })
    await sync()
    clock.now += minute
    server.faults.set(undefined)
    await sync()
    expect((await readSyncState(db)).backOff).toBeUndefined()
  })

  test('at one endpoint says nothing of another', async () => {
    const { server, db, sync } = await setUp()
    await sync({ endpoint: 'http://127.0.0.1:1' })
    expect((await readSyncState(db)).backOff?.endpoint).toBe('http://127.0.0.1:1')
    const report = await sync()
    expect(report.endpoint).toBe(server.url)
    expect(await idsIn(db, today)).toEqual(idsOfDay(server, today))
  })

  test('that refuses one question is asked the others', async () => {
    const { server, db, sync } = await setUp()
    const isToday = ({ searchParams }: URL) => searchParams.get('date') === today
    server.faults.set({ kind: 'status', status: 400 }, { only: isToday })
    const { outcomes } = await sync()
    expect(outcomes.filter(({ result }) => result === 'failed')).toMatchObject([
      { ref: dayRef(today), problem: expect.stringContaining('HTTP 400') },
    ])
    expect(await idsIn(db, yesterday)).toEqual(idsOfDay(server, yesterday))
    expect((await readSyncState(db)).backOff).toBeUndefined()
  })

  test.each([401, 403, 404])(
    'that refuses every question with %i is left alone',
    async (status) => {
      const { server, db, sync } = await setUp()
      server.faults.set({ kind: 'status', status })
      await sync()
      expect((await readSyncState(db)).backOff).toMatchObject({ failures: 1, isBinding: false })
      const before = server.requests.length
      expect((await sync()).waiting?.reason).toContain(`HTTP ${status}`)
      expect(server.requests).toHaveLength(before)
    },
  )

  test('that refuses only what a page shows is not in trouble', async () => {
    const { server, db, sync } = await setUp()
    await sync()
    const wanted = [dayRef('2999-01-01')]
    expect((await sync({ wanted })).outcomes).toMatchObject([{ result: 'failed' }])
    expect((await readSyncState(db)).backOff).toBeUndefined()
    expect(server.requests.length).toBeGreaterThan(0)
  })
})

describe('two syncs at once', () => {
  test('make one set of requests', async () => {
    const { server, sync } = await setUp()
    const [first, second] = await Promise.all([sync(), sync({ wanted: [dayRef(today)] })])
    expect(first.outcomes.length).toBeGreaterThan(7)
    expect(second.outcomes).toEqual([])
    const days = askedDays(server)
    expect(new Set(days).size).toBe(days.length)
  })

  test('run one after the other, though the first breaks', async () => {
    const { server, db, sync } = await setUp()
    const broken = sync({
      now: () => {
        throw new Error('No clock.')
      },
    })
    const [first, second] = await Promise.allSettled([broken, sync()])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
    expect(await idsIn(db, today)).toEqual(idsOfDay(server, today))
  })
})

test('records that cannot be read are in the report, the others are stored', async () => {
  const { server, db, sync } = await setUp()
  server.faults.set({
    kind: 'mangle',
    change: (records) => {
      if (records[1]) delete records[1].paper.title
      return records
    },
  })
  const report = await sync()
  const dropped = report.outcomes.find(({ ref }) => ref.key === today)?.dropped
  const ids = idsOfDay(server, today)
  expect(dropped).toMatchObject([{ id: ids[1], index: 1 }])
  expect(dropped?.[0]?.reason).toContain('paper.title')
  expect(await idsIn(db, today)).toEqual(ids.filter((_, i) => i !== 1))
})
