import { afterEach, describe, expect, test, vi } from 'vitest'
import { readSyncState, writeSyncState } from '../../../lib/db/sync-state.ts'
import { FeedError } from '../../../lib/errors.ts'
import { fetchArxivPapers } from '../../../lib/sources/arxiv.ts'
import { askArxiv } from '../../../lib/sync-feed/ask-arxiv.ts'
import { openDatabase } from '../open-database.ts'
import { startArxiv } from '../start-arxiv.ts'

const arxiv = 'https://export.arxiv.org'
const refused = (status?: number, retryAt?: number) =>
  new FeedError('It asks for a pause.', { status, retryAt })

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('two requests to arXiv', () => {
  test('go out one after the other, three seconds apart, from pages that know nothing of each other', async () => {
    const server = await startArxiv([{ id: '2608.00001', title: 'A Paper' }])
    const db = openDatabase()
    const page = () =>
      askArxiv(db, server.url, true, () => fetchArxivPapers(server.url, ['2608.00001']))
    await Promise.all([page(), page()])
    const [first, second] = server.requests
    expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBeGreaterThanOrEqual(2990)
  })

  test('are three seconds apart even when the worker died in between', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
    const db = openDatabase()
    await writeSyncState(db, 'arxivAskedAt', Date.now() - 1000)
    const ask = vi.fn(async () => 'answer')
    const asked = askArxiv(db, arxiv, true, ask)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(1990)
    expect(ask).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10)
    expect(await asked).toBe('answer')
  })

  test('wait no longer than that for a clock that was wrong', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
    const db = openDatabase()
    await writeSyncState(db, 'arxivAskedAt', Date.now() + 86_400_000)
    const asked = askArxiv(db, arxiv, true, async () => 'answer')
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(3000)
    expect(await asked).toBe('answer')
  })
})

describe('trouble with arXiv', () => {
  async function open(error: FeedError) {
    const db = openDatabase()
    await askArxiv(db, arxiv, true, () => Promise.reject(error)).catch(() => {})
    // The three seconds are another matter.
    await writeSyncState(db, 'arxivAskedAt', 0)
    const ask = vi.fn(async () => 'answer')
    return { db, ask }
  }

  test.each([
    [429, 30],
    [503, 30],
  ])('after %d it is left alone, by the reader too, for half a minute or so', async (status, s) => {
    const { db, ask } = await open(refused(status))
    await expect(askArxiv(db, arxiv, true, ask)).rejects.toThrow('It asks for a pause.')
    expect(ask).not.toHaveBeenCalled()
    const { arxivPause } = await readSyncState(db)
    expect(((arxivPause?.retryAt ?? 0) - Date.now()) / 1000).toBeGreaterThan(s * 0.85)
    vi.spyOn(Date, 'now').mockReturnValue((arxivPause?.retryAt ?? 0) + 1)
    expect(await askArxiv(db, arxiv, false, ask)).toBe('answer')
    expect((await readSyncState(db)).arxivPause).toBeUndefined()
  })

  test('lasts longer each time', async () => {
    const { db } = await open(refused(503))
    const waits = []
    for (let i = 0; i < 3; i++) {
      const { arxivPause } = await readSyncState(db)
      waits.push((arxivPause?.retryAt ?? 0) - Date.now())
      vi.spyOn(Date, 'now').mockReturnValue((arxivPause?.retryAt ?? 0) + 1)
      const rejected = askArxiv(db, arxiv, false, () => Promise.reject(refused(503)))
      await rejected.catch(() => {})
      await writeSyncState(db, 'arxivAskedAt', 0)
    }
    const [first = 0, second = 0, third = 0] = waits
    expect(second).toBeGreaterThan(first * 1.5)
    expect(third).toBeGreaterThan(second * 1.5)
  })

  test('lasts as long as it says itself', async () => {
    const retryAt = Date.now() + 600_000
    const { db } = await open(refused(503, retryAt))
    expect((await readSyncState(db)).arxivPause?.retryAt).toBe(retryAt)
  })

  test('that is of the line binds the background and not the reader', async () => {
    const { db, ask } = await open(new FeedError('It could not be reached.'))
    await expect(askArxiv(db, arxiv, false, ask)).rejects.toThrow('It could not be reached.')
    expect(await askArxiv(db, arxiv, true, ask)).toBe('answer')
  })

  test('with one question is no trouble with arXiv', async () => {
    const { db, ask } = await open(refused(400))
    expect((await readSyncState(db)).arxivPause).toBeUndefined()
    expect(await askArxiv(db, arxiv, false, ask)).toBe('answer')
  })
})
