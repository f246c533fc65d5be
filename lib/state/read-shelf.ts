import type { Database } from '../db/database.ts'
import { binIds } from '../db/released.ts'
import { firstShelfRows, type ShelfFilter, shelfIds, shelfParts } from '../db/shelf.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Route } from '../model/route.ts'
import { isFiltered, type ShelfSort, type ShelfView } from '../model/shelf.ts'
import type { Finder } from '../search/finder.ts'
import { isNothing, parseQuery } from '../search/query/parse-query.ts'
import type { PageContent } from './page-content.ts'

export type ShelfRoute = Extract<Route, { view: 'saved' | 'bin' }>

export function isShelfRoute(route: Route): route is ShelfRoute {
  return route.view === 'saved' || route.view === 'bin'
}

/** Reads the ids of the saved papers that are shown, or of what lies in the bin. */
export async function readShelf(
  db: Database,
  finder: Finder,
  route: ShelfRoute,
  signal?: AbortSignal,
): Promise<PageContent> {
  if (route.view === 'bin') {
    const ids = await binIds(db, Date.now())
    return ids.length === 0 ? { route, state: 'empty' } : { route, state: 'bin', ids }
  }
  const query = askedFor(route)
  const [{ ids, total }, found] = await Promise.all([
    shelfIds(db, filterOf(route)),
    query === undefined ? undefined : finder.findSaved(query, signal),
  ])
  if (total === 0) {
    return { route, state: 'empty', hasBin: (await binIds(db, Date.now())).length > 0 }
  }
  if (!found) return { route, state: 'shelf', ids, total, isRelaxed: false }
  const hits = new Set(found.ids)
  const kept = ids.filter((id) => hits.has(id))
  return { route, state: 'shelf', ids: kept, total, isRelaxed: found.isRelaxed && kept.length > 0 }
}

/** As many as a list draws before it knows how tall they are. */
const firstRows = 12

/**
 * Reads the first of all saved papers and no others, to be drawn before the rest is read;
 * `savedCount` is how many there are as far as is known. Undefined where that cannot be: when
 * only some are shown, or there are none.
 */
export async function readFirstOfShelf(
  db: Database,
  route: ShelfRoute,
  savedCount: number,
): Promise<PageContent | undefined> {
  if (route.view === 'bin' || isFiltered(route)) return undefined
  const first = await firstShelfRows(db, route.sort, firstRows)
  if (first.length === 0) return undefined
  const ids = first.map(({ id }) => id)
  const total = Math.max(savedCount, ids.length)
  return { route, state: 'shelf', ids, total, isRelaxed: false, first }
}

/** The parts of the database that such a list is made of (see `onWrite`). */
export function partsOfShelf(route: ShelfRoute): string[] {
  if (route.view === 'bin') return ['released/releasedAt', 'released/:dels']
  const searched = ['saved/tags', 'saved/stamps.note', 'segments/', 'reads/']
  return [...shelfParts(filterOf(route)), ...(askedFor(route) === undefined ? [] : searched)]
}

/** The query, unless nothing is asked for with it. */
function askedFor({ query = '' }: ShelfView): string | undefined {
  const { clauses, filters } = parseQuery(query, feedDateAt(new Date()))
  return isNothing({ clauses, filters, sort: 'relevance' }) ? undefined : query
}

/** The order may be typed as well. */
function filterOf({ tags, status, sort, query = '' }: ShelfView): ShelfFilter {
  const typed: Partial<Record<string, ShelfSort>> = { new: 'published', votes: 'votes' }
  return { tags, status, sort: typed[parseQuery(query, '2026-01-01').sort] ?? sort }
}
