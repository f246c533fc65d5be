import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../lib/model/feed-date.ts'
import { monthOf, weekOf } from '../../../lib/model/period.ts'
import { formatRoute, parseRoute, type Route } from '../../../lib/model/route.ts'
import { readingStatuses } from '../../../lib/model/saved-paper.ts'
import type { ShelfSort, ShelfView } from '../../../lib/model/shelf.ts'
import { cleanTag } from '../../../lib/model/tags.ts'
import { arxivIds } from '../arxiv-ids.ts'

const date = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2023-05-04', days))
const tag = fc.string({ unit: 'binary' }).map(cleanTag).filter(Boolean)
const shelfView: fc.Arbitrary<ShelfView> = fc.record(
  {
    tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 4 }),
    status: fc.constantFrom(...readingStatuses),
    sort: fc.constantFrom<ShelfSort>('published', 'votes'),
    query: fc.string({ unit: 'binary', minLength: 1 }),
  },
  { requiredKeys: [] },
)
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ view: 'today' }, { view: 'trending' }, { view: 'bin' }),
  shelfView.map((view): Route => ({ view: 'saved', ...view })),
  date.map((date): Route => ({ view: 'day', date })),
  date.map((date): Route => ({ view: 'week', week: weekOf(date) })),
  date.map((date): Route => ({ view: 'month', month: monthOf(date) })),
  arxivIds.map((id): Route => ({ view: 'paper', id })),
  fc.string({ unit: 'binary' }).map((query): Route => ({ view: 'search', query })),
)

describe('a route', () => {
  test.each<[string, Route]>([
    ['', { view: 'today' }],
    ['#', { view: 'today' }],
    ['#/', { view: 'today' }],
    ['#/today', { view: 'today' }],
    ['#/day/2026-08-21', { view: 'day', date: '2026-08-21' }],
    ['#/week/2026-W34', { view: 'week', week: '2026-W34' }],
    ['#/month/2026-08', { view: 'month', month: '2026-08' }],
    ['#/trending', { view: 'trending' }],
    ['#/saved', { view: 'saved' }],
    ['#/bin', { view: 'bin' }],
    [
      '#/saved?tag=rag&tag=graph+rag&status=reading&sort=votes&q=sparse',
      {
        ...{ view: 'saved', tags: ['rag', 'graph rag'], status: 'reading' },
        ...{ sort: 'votes', query: 'sparse' },
      },
    ],
    [
      '#/saved?tag=rag&tag=%23rag&tag=&status=never&sort=saved&q=',
      { view: 'saved', tags: ['rag'] },
    ],
    ['#/paper/2608.13210', { view: 'paper', id: '2608.13210' }],
    ['#/paper/hep-th/9901001', { view: 'paper', id: 'hep-th/9901001' }],
    ['#/search?q=sparse+upcycling', { view: 'search', query: 'sparse upcycling' }],
    ['#/search?q=a%26b%3Dc%23d', { view: 'search', query: 'a&b=c#d' }],
    ['#/search?q=what?', { view: 'search', query: 'what?' }],
    ['#/search', { view: 'search', query: '' }],
  ])('%j is read', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
  })

  test.each([
    '#/day/2026-02-30',
    '#/day',
    '#/week/2026-W54',
    '#/week/0000-W00',
    '#/month/2026-13',
    '#/paper/hep-th/990100',
    '#/paper/2608.13210v2',
    '#/nowhere',
    '#/__proto__',
    '#/%E0%A4%A',
  ])('%s leads nowhere and is kept as it is', (hash) => {
    const route = parseRoute(hash)
    expect(route).toEqual({ view: 'unknown', hash })
    expect(formatRoute(route)).toBe(hash)
  })

  test('survives being written and read', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route)
      }),
    )
  })

  test('is read from any garbage without an error, and comes back to the same place', () => {
    const view = fc.constantFrom('day', 'week', 'paper', 'search', 'today', 'saved', 'saved?tag=')
    const key = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-W?\d{2}(-\d{2})?$/))
    const near = fc.tuple(view, key).map(([name, rest]) => `#/${name}/${rest}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (hash) => {
        const route = parseRoute(hash)
        expect(parseRoute(formatRoute(route))).toEqual(route)
      }),
      { numRuns: 1000 },
    )
  })
})
