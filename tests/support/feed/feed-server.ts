import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, notFound } from './answer.ts'
import { answerDailyPapers } from './daily-papers.ts'
import { createFaultSwitch, type FaultSwitch } from './faults.ts'
import { type FeedSource, openFeed, shiftFeed, thinFeed } from './feed-source.ts'
import { answerSearch } from './paper-search.ts'
import { createRateWindow, type Quota } from './rate-window.ts'
import { sendAnswer, sendFaulty } from './send-answer.ts'
import { answerSinglePaper } from './single-paper.ts'
import { sendThumbnail, thumbnailPath } from './thumbnails.ts'

type FeedRequest = {
  method: string
  path: string
  /** With its question mark, or empty. */
  search: string
  /** Milliseconds since 1970. */
  at: number
  origin: string | undefined
}

export type FeedServerOptions = {
  /** Whatever `openFeed()` finds, by default. */
  source?: FeedSource
  /** `YYYY-MM-DD`: moves the source so that this is its newest day. */
  newest?: string | undefined
  /** Leaves the rest of each day out; all by default. */
  papersADay?: number
  /** Any free port, by default. */
  port?: number
  /** 500 requests in 300 seconds by default, as the real feed allows without an account. */
  quota?: Quota
  /** 50 searches in 300 seconds by default: they have a window of their own. */
  searchQuota?: Quota
  /**
   * Serves thumbnails, and says that they are here: with an endpoint of their own, readers ask
   * nobody else. Otherwise they are said to be where the real ones are.
   */
  hasThumbnails?: boolean
  /** Whether a 429 says `Retry-After`; the real one is not known to. */
  sendsRetryAfter?: boolean
}

export type FeedServer = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  url: string
  source: FeedSource
  /** Every request so far, preflights included, oldest first; those for pictures stand apart. */
  requests: FeedRequest[]
  /** The papers whose thumbnail was asked for, oldest first. */
  thumbnails: string[]
  faults: FaultSwitch
  /** The highest number of requests that were under way at once. */
  readonly mostAtOnce: number
  /** Stops listening and destroys what is open, endless answers included. */
  close: () => Promise<void>
}

/**
 * Serves a feed on 127.0.0.1 as the Daily Papers API does: parameters, paging, limits, CORS.
 *
 * @throws Error when the port is taken.
 */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const { newest, papersADay } = options
  const opened = options.source ?? openFeed()
  const dated = newest ? shiftFeed(opened, newest) : opened
  const source = papersADay ? thinFeed(dated, papersADay) : dated
  const window = createRateWindow(options.quota ?? { requests: 500, seconds: 300 })
  const searches = createRateWindow(options.searchQuota ?? { requests: 50, seconds: 300 }, 'search')
  const faults = createFaultSwitch()
  const requests: FeedRequest[] = []
  const thumbnails: string[] = []
  let underWay = 0
  let mostAtOnce = 0

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    // The real ones come from a host of their own, which counts for itself.
    const pictured = thumbnailPath.exec(request.url ?? '')?.[1]
    if (pictured) {
      thumbnails.push(pictured)
      sendThumbnail(response, pictured, request.headers.origin)
      return
    }
    mostAtOnce = Math.max(mostAtOnce, ++underWay)
    response.once('close', () => underWay--)
    const { method = 'GET', headers } = request
    const url = new URL(request.url ?? '/', `http://${headers.host ?? '127.0.0.1'}`)
    const { origin } = headers
    requests.push({ method, path: url.pathname, search: url.search, at: Date.now(), origin })
    for (const [name, value] of corsHeaders(origin)) response.setHeader(name, value)

    if (method === 'OPTIONS') {
      sendPreflight(response)
      return
    }
    const quota = url.pathname === searchPath ? searches : window
    const { isAllowed, secondsLeft, headers: rateHeaders } = quota.count()
    for (const [name, value] of Object.entries(rateHeaders)) response.setHeader(name, value)
    if (!isAllowed) {
      if (options.sendsRetryAfter) response.setHeader('Retry-After', secondsLeft)
      sendAnswer(response, { status: 429, body: { error: 'Too many requests' } })
      return
    }
    const plain = answerTo(source, method, url)
    const answer = options.hasThumbnails ? withThumbnailsHere(plain, url.origin) : plain
    const fault = faults.take(url)
    if (fault) sendFaulty(response, answer, fault)
    else sendAnswer(response, answer)
  }

  const server = createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    source,
    requests,
    thumbnails,
    faults,
    get mostAtOnce() {
      return mostAtOnce
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const searchPath = '/api/papers/search'

function answerTo(source: FeedSource, method: string, url: URL): Answer {
  if (method !== 'GET') return notFound('Sorry, we can only read here')
  if (url.pathname === '/api/daily_papers') return answerDailyPapers(source, url)
  if (url.pathname === searchPath) return answerSearch(source, url)
  const id = /^\/api\/papers\/(\d{4}\.\d{4,5})$/.exec(url.pathname)?.[1]
  return id ? answerSinglePaper(source, id) : notFound('Sorry, there is nothing here')
}

function withThumbnailsHere(answer: Answer, origin: string): Answer {
  if (!Array.isArray(answer.body)) return answer
  const body = answer.body.map((record: unknown) => {
    const { thumbnail } = Object(record) as { thumbnail?: unknown }
    if (typeof thumbnail !== 'string' || !URL.canParse(thumbnail)) return record
    return { ...(record as object), thumbnail: `${origin}${new URL(thumbnail).pathname}` }
  })
  return { ...answer, body }
}

/** The feed reflects whatever origin asks; without one there is nothing to allow. */
function corsHeaders(origin: string | undefined): [string, string][] {
  if (!origin) return [['Vary', 'Origin']]
  return [
    ['Vary', 'Origin'],
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Expose-Headers', 'Link, RateLimit, RateLimit-Policy, Retry-After'],
  ]
}

function sendPreflight(response: ServerResponse): void {
  response.writeHead(200, {
    'Access-Control-Allow-Methods': 'GET',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  })
  response.end()
}
