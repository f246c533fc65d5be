import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import type { ListingKind, ListingRef } from '../model/listing.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { type DroppedRecord, readDailyRecord, readPaperRecord } from './hugging-face-record.ts'
import { nextLink } from './link-header.ts'
import { requestJson } from './request.ts'

/** A whole listing, every record of it checked. */
export interface FetchedListing {
  /** In the feed's order, each paper once. */
  papers: FetchedPaper[]
  dropped: DroppedRecord[]
  /** Not to be asked again before this instant (ms), when the quota is used up. */
  quietUntil?: number
}

/** The API's own bound; its default of 50 cuts busy days without a word. */
const pageSize = 100
/** A month has about 800 papers; a source that never stops giving pages is broken. */
const maxPages = 30
/** Trending has no end of its own; its first page is what is looked at. */
const trendingPages = 1

const parameterOf: Record<Exclude<ListingKind, 'trending'>, string> = {
  day: 'date',
  week: 'week',
  month: 'month',
}

/**
 * Fetches a listing, page after page by `Link: rel="next"`, whole or not at all.
 * `endpoint` is a base such as `https://huggingface.co`, without a slash at its end. Throws a
 * {@link FeedError}.
 * Source: `GET /api/daily_papers` of the Hub's OpenAPI.
 */
export async function fetchListing(
  endpoint: string,
  ref: ListingRef,
  signal?: AbortSignal,
): Promise<FetchedListing> {
  const papers = new Map<string, FetchedPaper>()
  const dropped: DroppedRecord[] = []
  let url: string | undefined = listingUrl(endpoint, ref, 0)
  let quietUntil: number | undefined
  for (let page = 0; url; page++) {
    if (page === maxPages) throw new FeedError(t('source.endlessPages', { host: hostOf(endpoint) }))
    if (quietUntil) {
      throw new FeedError(t('source.quota', { host: hostOf(endpoint) }), {
        retryAt: quietUntil,
      })
    }
    const answer = await requestJson(url, signal)
    const records = asArray(answer.body, endpoint)
    readPage(records, papers, dropped)
    quietUntil = answer.quietUntil
    const isLast = ref.kind === 'trending' && page + 1 === trendingPages
    url = isLast ? undefined : nextPage(endpoint, ref, page, records.length, answer.headers)
  }
  return readable(endpoint, papers, dropped, quietUntil)
}

/** As many as a reader looks through; the search takes 1 to 120. */
const searchLimit = 50

/**
 * Asks the endpoint's paper search, every record checked; `q` is 250 characters at most.
 * Throws a {@link FeedError}. Source: `GET /api/papers/search` of the Hub's OpenAPI.
 */
export async function searchPapers(endpoint: string, q: string): Promise<FetchedListing> {
  const parameters = new URLSearchParams({ q, limit: String(searchLimit) })
  const { body, quietUntil } = await requestJson(`${endpoint}/api/papers/search?${parameters}`)
  const papers = new Map<string, FetchedPaper>()
  const dropped: DroppedRecord[] = []
  readPage(asArray(body, endpoint), papers, dropped)
  return readable(endpoint, papers, dropped, quietUntil)
}

/** Fetches one paper; undefined when Hugging Face does not have it (404, which is normal). */
export async function fetchPaper(endpoint: string, id: string): Promise<FetchedPaper | undefined> {
  try {
    const { body } = await requestJson(`${endpoint}/api/papers/${id}`)
    const paper = readPaperRecord(body)
    // It answered: one bad record is no outage.
    if (!paper) {
      const message = t('source.badPaper', { host: hostOf(endpoint) })
      throw new FeedError(message, { status: 200 })
    }
    return paper
  } catch (error) {
    if (error instanceof FeedError && error.status === 404) return undefined
    throw error
  }
}

function readPage(
  records: unknown[],
  papers: Map<string, FetchedPaper>,
  dropped: DroppedRecord[],
): void {
  const before = papers.size + dropped.length
  for (const [index, record] of records.entries()) {
    const read = readDailyRecord(record, before + index)
    if ('dropped' in read) dropped.push(read.dropped)
    // The same id twice in a listing: the first stands.
    else if (!papers.has(read.paper.id)) papers.set(read.paper.id, read.paper)
  }
}

/** What was read, unless nothing could be. */
function readable(
  endpoint: string,
  papers: ReadonlyMap<string, FetchedPaper>,
  dropped: DroppedRecord[],
  quietUntil: number | undefined,
): FetchedListing {
  if (papers.size === 0 && dropped.length > 0) {
    throw new FeedError(t('source.badPapers', { host: hostOf(endpoint) }))
  }
  return { papers: [...papers.values()], dropped, quietUntil }
}

function nextPage(
  endpoint: string,
  ref: ListingRef,
  page: number,
  received: number,
  headers: Headers,
): string | undefined {
  const link = headers.get('Link')
  const next = nextLink(link, endpoint)
  // Behind a mirror the header may name the upstream: only its parameters are taken.
  if (next) return `${endpoint}/api/daily_papers${new URL(next).search}`
  // A mirror without Access-Control-Expose-Headers hides the header, so a full page is
  // taken to have a next one; asking past the end gives [].
  const isHidden = link === null && received === pageSize
  return isHidden ? listingUrl(endpoint, ref, page + 1) : undefined
}

function listingUrl(endpoint: string, { kind, key }: ListingRef, page: number): string {
  const url = new URL(`${endpoint}/api/daily_papers`)
  if (kind === 'trending') url.searchParams.set('sort', 'trending')
  else url.searchParams.set(parameterOf[kind], key)
  url.searchParams.set('limit', String(pageSize))
  if (page > 0) url.searchParams.set('p', String(page))
  return url.href
}

function asArray(body: unknown, endpoint: string): unknown[] {
  if (Array.isArray(body)) return body
  throw new FeedError(t('source.noList', { host: hostOf(endpoint) }))
}

function hostOf(endpoint: string): string {
  return new URL(endpoint).host
}
