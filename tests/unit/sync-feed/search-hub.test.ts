import { describe, expect, test, vi } from 'vitest'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { saveFound } from '../../../lib/sync-feed/save-found.ts'
import { searchHub } from '../../../lib/sync-feed/search-hub.ts'
import { syncFeed } from '../../../lib/sync-feed/sync-feed.ts'
import type { Fault } from '../../support/feed/faults.ts'
import { makeFetched } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { startFeed } from '../start-feed.ts'

const isSearch = (url: URL) => url.pathname === '/api/papers/search'

describe('asking Hugging Face', () => {
  test('sends the words, and stores nothing of what comes', async () => {
    const server = await startFeed()
    const db = openDatabase()
    const answer = await searchHub(db, server.url, '"language model" agents')
    const q = new URLSearchParams({ q: '"language model" agents', limit: '50' })
    expect(server.requests).toMatchObject([{ path: '/api/papers/search', search: `?${q}` }])
    expect(answer).toMatchObject({ dropped: 0 })
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0)
  })

  test('gives papers in its order, each once, titles in one line', async () => {
    const server = await startFeed()
    const answer = await searchHub(openDatabase(), server.url, 'language')
    if ('problem' in answer) throw new Error(answer.problem)
    expect(answer.papers.length).toBeGreaterThan(5)
    expect(new Set(answer.papers.map(({ id }) => id)).size).toBe(answer.papers.length)
    for (const { title } of answer.papers) expect(title).not.toMatch(/\s{2}|\n/)
  })

  test('loses one bad record and no other', async () => {
    const server = await startFeed()
    const whole = await searchHub(openDatabase(), server.url, 'language')
    server.faults.set({
      kind: 'mangle',
      change: ([first, ...others]) => [
        { ...first, paper: { ...first.paper, title: 5 } },
        ...others,
      ],
    })
    const answer = await searchHub(openDatabase(), server.url, 'language')
    if ('problem' in answer || 'problem' in whole) throw new Error('It answers.')
    expect(answer.dropped).toBe(1)
    expect(answer.papers).toEqual(whole.papers.slice(1))
  })

  test.each<[string, Fault, RegExp]>([
    ['a web page', 'html', /sent a web page instead of data/],
    ['an object', 'object', /other than a list of papers/],
    ['half an answer', 'truncated-json', /cut short/],
    ['an error', { kind: 'status', status: 500 }, /HTTP 500/],
    ['a line that breaks', 'reset', /could not be reached/],
  ])('says what is wrong with %s', async (_what, fault, problem) => {
    const server = await startFeed()
    server.faults.set(fault)
    const answer = await searchHub(openDatabase(), server.url, 'language')
    expect(answer).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('says that nobody could be reached', async () => {
    const answer = await searchHub(openDatabase(), 'http://127.0.0.1:9', 'language')
    expect(answer).toEqual({ problem: '127.0.0.1:9 could not be reached.' })
  })
})

describe('its quota', () => {
  test('is its own: when it is used up nothing more is asked, and the feed goes on', async () => {
    const server = await startFeed({ searchQuota: { requests: 1, seconds: 40 } })
    const db = openDatabase()
    // The answer that takes the last of it is still an answer.
    expect(await searchHub(db, server.url, 'language')).toHaveProperty('papers')
    const before = Date.now()
    const refused = await searchHub(db, server.url, 'language')
    if (!('problem' in refused)) throw new Error('It is refused.')
    expect(refused.problem).toMatch(/used up its quota/)
    expect(((refused.retryAt ?? 0) - before) / 1000).toBeCloseTo(41, -0.5)
    expect(server.requests.filter(({ path }) => path === '/api/papers/search')).toHaveLength(1)
    expect((await readSyncState(db)).backOff).toBeUndefined()
    const ref = { kind: 'trending', key: '' } as const
    const { outcomes } = await syncFeed({ db, endpoint: server.url, wanted: [ref] })
    expect(outcomes.length).toBeGreaterThan(0)
  })

  test('refused without a word of how long, it is left alone for a window', async () => {
    const server = await startFeed()
    server.faults.set({ kind: 'status', status: 429 }, { only: isSearch })
    const db = openDatabase()
    const now = Date.now()
    const first = await searchHub(db, server.url, 'language')
    if (!('problem' in first)) throw new Error('It is refused.')
    expect(first.problem).toMatch(/HTTP 429/)
    expect((first.retryAt ?? 0) - now).toBeGreaterThanOrEqual(300_000)
    server.faults.set(undefined)
    expect(await searchHub(db, server.url, 'language')).toEqual(first)
    expect(server.requests).toHaveLength(1)
    vi.spyOn(Date, 'now').mockReturnValue((first.retryAt ?? 0) + 1)
    expect(await searchHub(db, server.url, 'language')).toHaveProperty('papers')
    vi.restoreAllMocks()
  })

  test('at one endpoint does not bind another', async () => {
    const [strict, free] = [
      await startFeed({ searchQuota: { requests: 1, seconds: 40 } }),
      await startFeed(),
    ]
    const db = openDatabase()
    await searchHub(db, strict.url, 'language')
    expect(await searchHub(db, free.url, 'language')).toHaveProperty('papers')
  })
})

describe('saving what Hugging Face found', () => {
  test('stores it, saves it and has it found, all at once', async () => {
    const db = openDatabase()
    const paper = makeFetched({ id: '2608.00777', title: 'On Zebras' })
    await saveFound(db, paper, 9)
    expect(await db.papers.get('2608.00777')).toMatchObject({ title: 'On Zebras', firstSeenAt: 9 })
    expect(await db.saved.get('2608.00777')).toMatchObject({ savedAt: 9 })
    expect(await db.observations.count()).toBe(1)
    const { papers } = await createFinder(db).find('zebras', 5)
    expect(papers.map(({ id }) => id)).toEqual(['2608.00777'])
  })

  test('leaves nothing behind when it fails', async () => {
    const db = openDatabase()
    await db.open()
    vi.spyOn(db.saved, 'add').mockRejectedValue(new Error('The disk is full.'))
    await expect(saveFound(db, makeFetched(), 9)).rejects.toThrow('The disk is full.')
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0)
  })

  test('keeps what is known of a paper that is stored already', async () => {
    const db = openDatabase()
    const organization = { name: 'lab', fullName: 'The Lab' }
    await saveFound(db, makeFetched({ organization, upvotes: 3 }), 8)
    await saveFound(db, makeFetched({ upvotes: 5 }), 9)
    expect(await db.papers.get('2608.00001')).toMatchObject({ organization, upvotes: 5 })
    expect(await db.saved.get('2608.00001')).toMatchObject({ savedAt: 8 })
  })
})
