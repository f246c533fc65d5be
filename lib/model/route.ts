import { type FeedDate, isFeedDate } from './feed-date.ts'
import { isMonth, isWeek, type Month, type Week } from './period.ts'
import { formatShelfView, parseShelfView, type ShelfView } from './shelf.ts'

/** What the new tab shows, as its hash says it. */
export type Route =
  | { view: 'today' }
  | { view: 'day'; date: FeedDate }
  | { view: 'week'; week: Week }
  | { view: 'month'; month: Month }
  | { view: 'trending' }
  | ({ view: 'saved' } & ShelfView)
  | { view: 'bin' }
  | { view: 'paper'; id: string }
  | { view: 'search'; query: string }
  | { view: 'unknown'; hash: string }

/** What ids look like; whether one is a paper's is found out where papers are read: later. */
const idForm = /^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7}|[a-z]+:[\w.-]+)$/

/** Reads a hash such as `#/day/2026-08-21`; an empty one is today's. Never throws. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s)
  const [view = '', key = ''] = path.split(/\/(.*)/s)
  if (view === '' || view === 'today') return { view: 'today' }
  if (view === 'day' && isFeedDate(key)) return { view, date: key }
  if (view === 'week' && isWeek(key)) return { view, week: key }
  if (view === 'month' && isMonth(key)) return { view, month: key }
  if (view === 'trending' || view === 'bin') return { view }
  if (view === 'saved') return { view, ...parseShelfView(search) }
  if (view === 'paper' && idForm.test(key)) return { view, id: key }
  if (view === 'search') return { view, query: new URLSearchParams(search).get('q') ?? '' }
  return { view: 'unknown', hash }
}

/** The hash of a route: `parseRoute(formatRoute(route))` is the route again. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'day':
      return `#/day/${route.date}`
    case 'week':
      return `#/week/${route.week}`
    case 'month':
      return `#/month/${route.month}`
    case 'paper':
      return `#/paper/${route.id}`
    case 'search':
      return `#/search?${new URLSearchParams({ q: route.query })}`
    case 'saved':
      return `#/saved${formatShelfView(route)}`
    case 'unknown':
      return route.hash
    default:
      return `#/${route.view}`
  }
}
