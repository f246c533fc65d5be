import { describe, expect, test } from 'vitest'
import { formatTime } from '../../../lib/format.ts'
import { dayRef } from '../../../lib/model/listing.ts'
import type { ListingOutcome } from '../../../lib/model/sync-report.ts'
import type { Hits } from '../../../lib/search/hits.ts'
import { feedStatus } from '../../../lib/state/feed-status.ts'
import type { PageContent } from '../../../lib/state/page-content.ts'
import { makeHits } from '../../support/cards.ts'

type Facts = Parameters<typeof feedStatus>[0]

const now = Date.parse('2026-08-21T16:00:00Z')
const endpoint = 'https://feed.example'
const papers = { state: 'papers' as const, cards: [], total: 34 }
const shelf = {
  ...{ state: 'shelf' as const, ids: [], total: 12, isRelaxed: false },
  route: { view: 'saved' as const },
}
const todaysPapers: PageContent = {
  ...papers,
  route: { view: 'today' },
  edition: '2026-08-21',
  fetchedAt: now,
}

const found = (hits: Partial<Hits>): PageContent => ({
  ...{ state: 'hits', route: { view: 'search', query: 'x' }, hubQuery: 'x' },
  hits: makeHits(0, { total: 34, ...hits }),
})

function status(facts: Partial<Facts> = {}) {
  const { text, problem } = feedStatus({
    content: todaysPapers,
    today: '2026-08-21',
    newCount: 0,
    isFetching: false,
    endpoint,
    sync: {},
    now,
    ...facts,
  })
  return { text, problem }
}

const at = (time: number) => formatTime(time, now)

function failed(problem: string, date = '2026-08-21'): Facts['sync'] {
  const ref = dayRef(date)
  const outcome: ListingOutcome = {
    ref,
    result: 'failed',
    papers: 0,
    added: 0,
    dropped: [],
    problem,
  }
  return { report: { endpoint, startedAt: now, endedAt: now, outcomes: [outcome] } }
}

const backOff = {
  endpoint,
  failures: 1,
  retryAt: now + 60_000,
  reason: 'It broke.',
  isBinding: false,
}

describe('the status says', () => {
  test('how many papers there are, and when they were updated', () => {
    expect(status()).toEqual({ text: `34 papers. Updated ${at(now)}.`, problem: undefined })
  })

  test('how many are new, and since when', () => {
    const newSince = now - 3_600_000
    expect(status({ newCount: 5, newSince }).text).toContain(
      `34 papers, 5 new since ${at(newSince)}.`,
    )
    expect(status({ newCount: 5 }).text).toContain('34 papers, 5 new.')
    expect(status({ newCount: 0, newSince }).text).not.toContain('new')
  })

  test.each([
    ['2026-08-22', 'The last edition; there is none at weekends.'],
    ['2026-08-24', 'The last edition; today’s is not out yet.'],
  ])('on %s why the last edition is shown, but not again of which day it is', (today, why) => {
    const { text } = status({ today })
    expect(text).toBe(`34 papers. ${why} Updated ${at(now)}.`)
  })

  test('nothing of that about a day that was asked for', () => {
    const content: PageContent = { ...todaysPapers, route: { view: 'day', date: '2026-08-21' } }
    expect(status({ content, today: '2026-08-24' }).text).not.toContain('edition')
  })

  test.each<[PageContent, string]>([
    [found({}), '34 papers found in 3 ms.'],
    [found({ total: 1, tookMs: 0.2 }), '1 paper found in 1 ms.'],
    [found({ isAtLeast: true, tookMs: 1234 }), 'At least 34 papers found in 1.2 sec.'],
    [
      found({ isRelaxed: true }),
      'No paper holds all of these words. 34 papers with most of them, in 3 ms.',
    ],
    [found({ total: 0 }), 'No paper found.'],
    [{ ...shelf, ids: ['a'] }, '1 of 12 papers saved.'],
    [
      { ...shelf, ids: ['a'], isRelaxed: true },
      'No saved paper holds all of these words: 1 of 12 papers with most of them.',
    ],
    [{ ...shelf, total: 0 }, '0 papers saved.'],
    [{ state: 'bin', ids: ['a'], route: { view: 'bin' } }, '1 paper in the bin.'],
    [{ state: 'empty', route: { view: 'search', query: '' } }, ''],
    [{ state: 'empty', route: { view: 'saved' } }, ''],
    [{ state: 'loading', route: { view: 'today' } }, ''],
    [{ state: 'missing', route: { view: 'today' } }, ''],
  ])('of %j', (content, text) => {
    expect(status({ content })).toEqual({ text, problem: undefined })
  })

  test('whom it asks while it fetches, and no problem meanwhile', () => {
    const facts = { isFetching: true, failure: 'It broke.' }
    expect(status(facts)).toEqual({
      text: '34 papers. Fetching from feed.example…',
      problem: undefined,
    })
  })
})

describe('a problem', () => {
  test('of the feed is told with what stays and when it is asked again', () => {
    expect(status({ sync: { backOff } }).problem).toBe(
      `It broke. What was here before stays. Next try at ${at(now + 60_000)}.`,
    )
  })

  test('names no time that is over', () => {
    const sync = { backOff: { ...backOff, retryAt: now } }
    expect(status({ sync }).problem).toBe('It broke. What was here before stays.')
  })

  test('promises nothing where nothing was here', () => {
    const content: PageContent = { state: 'missing', route: { view: 'today' } }
    expect(status({ content, sync: { backOff } }).problem).not.toContain('stays')
  })

  test('of another endpoint is not told', () => {
    const other = { ...backOff, endpoint: 'https://other.example' }
    expect(status({ sync: { backOff: other } }).problem).toBeUndefined()
    const { report } = failed('It broke.')
    const sync = report && { report: { ...report, endpoint: 'https://other.example' } }
    expect(status({ sync }).problem).toBeUndefined()
  })

  test('of a used-up quota is told while it lasts', () => {
    const quota = { ...backOff, failures: 0, isBinding: true }
    expect(status({ sync: { backOff: quota } }).problem).toContain('Next try at')
    expect(status({ sync: { backOff: { ...quota, retryAt: 1 } } }).problem).toBeUndefined()
  })

  test('of the page itself comes first', () => {
    const { problem } = status({ failure: 'The disk is full.', sync: { backOff } })
    expect(problem).toMatch(/^The disk is full\./)
  })

  test('of a listing is told where it is shown', () => {
    const sync = failed('Only 0 of 34 papers came.')
    expect(status({ sync }).problem).toContain('Only 0 of 34')
    const day = (date: string): PageContent => ({ ...papers, route: { view: 'day', date } })
    expect(status({ sync, content: day('2026-08-21') }).problem).toContain('Only 0 of 34')
    expect(status({ sync, content: day('2026-08-20') }).problem).toBeUndefined()
    const trending: PageContent = { ...papers, route: { view: 'trending' } }
    expect(status({ sync, content: trending }).problem).toBeUndefined()
  })
})
