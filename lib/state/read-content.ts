import type { Database } from '../db/database.ts'
import { daysBetween, getListing, latestEdition } from '../db/listings.ts'
import { type CardWishes, cardsByIds, editionCards, getPaper, toCards } from '../db/papers.ts'
import { idsWithPicture } from '../db/pictures.ts'
import { shelfRows } from '../db/shelf.ts'
import { addDays, type FeedDate } from '../model/feed-date.ts'
import { dayRef, type Listing } from '../model/listing.ts'
import { neighbourDay } from '../model/neighbour-day.ts'
import type { Route } from '../model/route.ts'
import type { Finder } from '../search/finder.ts'
import { findHits } from '../search/hits.ts'
import { isNothing, parseQuery } from '../search/query/parse-query.ts'
import { hubQuery } from './hub-query.ts'
import { listingOf, type Neighbours, type PageContent } from './page-content.ts'
import { readShelf } from './read-shelf.ts'

/**
 * Reads what a route shows from the database. `today` is the feed's date; `search` is how many
 * hits are wanted, and what ends a search that nobody waits for any more.
 */
export async function readContent(
  db: Database,
  finder: Finder,
  route: Route,
  today: FeedDate,
  search: { limit: number; signal?: AbortSignal },
  wishes: CardWishes = {},
): Promise<PageContent> {
  switch (route.view) {
    case 'today': {
      const edition = await latestEdition(db, today)
      const content = await readListing(db, route, edition, wishes)
      return { ...content, neighbours: await readNeighbours(db, edition?.key ?? today, today) }
    }
    case 'day': {
      const listing = await getListing(db, dayRef(route.date))
      const isOlder = (await latestEdition(db, today))?.key !== route.date
      const content = await readListing(db, route, listing, { ...wishes, isOlder })
      return { ...content, neighbours: await readNeighbours(db, route.date, today) }
    }
    case 'saved':
    case 'bin':
      return readShelf(db, finder, route, search.signal)
    case 'paper': {
      const [paper, [saved]] = await Promise.all([
        getPaper(db, route.id),
        shelfRows(db, [route.id]),
      ])
      const [card] = paper ? await toCards(db, [paper]) : []
      if (!paper || !card) return { route, state: 'missing' }
      const stored = wishes.picturesFrom && (await idsWithPicture(db, [paper.id])).size > 0
      const shown = stored ? { ...card, hasPicture: true as const } : card
      return { route, state: 'paper', paper, card: shown, saved }
    }
    case 'search': {
      const { query } = route
      // Nothing is asked for yet: an operator may wait for its value.
      if (isNothing(parseQuery(query, today))) return { route, state: 'empty' }
      const hits = await findHits(db, finder, query, search.limit, search.signal)
      return { route, state: 'hits', hits, hubQuery: hubQuery(query) }
    }
    case 'unknown':
      return { route, state: 'missing' }
    default: {
      const ref = listingOf(route)
      return readListing(db, route, ref && (await getListing(db, ref)), wishes)
    }
  }
}

async function readListing(
  db: Database,
  route: Route,
  listing: Listing | undefined,
  wishes: CardWishes,
): Promise<PageContent> {
  if (!listing) return { route, state: 'missing' }
  if (listing.ids.length === 0) return { route, state: 'empty', listing }
  const { fetchedAt, key } = listing
  const edition = listing.kind === 'day' ? key : undefined
  const cards = await (edition ? editionCards : cardsByIds)(db, listing.ids, wishes)
  return { route, state: 'papers', cards, total: cards.length, edition, fetchedAt }
}

async function readNeighbours(db: Database, date: FeedDate, today: FeedDate): Promise<Neighbours> {
  const days = await daysBetween(db, addDays(date, -10), addDays(date, 10))
  const counts = new Map(days.map(({ key, ids }) => [key, ids.length]))
  const isEmpty = (day: FeedDate) => (counts.has(day) ? counts.get(day) === 0 : undefined)
  return {
    earlier: neighbourDay(date, -1, today, isEmpty),
    later: neighbourDay(date, 1, today, isEmpty),
  }
}
