import { feedDateAt } from '../../lib/model/feed-date.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'

const HUGGING_FACE = 'https://huggingface.co'

// Always the same while it is free, so that a lasting profile keeps one endpoint.
const PORT = 28_213

/** Where the papers come from. */
export interface Feed {
  endpoint: string
  /** In plain words, to end a sentence with. */
  origin: string
  close(): Promise<void>
}

/** The feed itself where it can be reached, and else one of our own on this machine. */
export async function chooseFeed(): Promise<Feed> {
  if (await isReachable()) {
    return { endpoint: HUGGING_FACE, origin: HUGGING_FACE, close: async () => {} }
  }
  const server = await serveFeed()
  const days = `${server.source.dates.length} days`
  const what =
    server.source.name === 'recorded' ? `${days} recorded earlier` : `a sample of ${days}`
  return {
    endpoint: server.url,
    origin: `${server.url} on this machine: ${what}, with the dates moved up to today`,
    close: () => server.close(),
  }
}

async function isReachable(): Promise<boolean> {
  try {
    const answer = await fetch(`${HUGGING_FACE}/api/daily_papers?limit=1`, {
      signal: AbortSignal.timeout(5000),
    })
    // A portal that wants a login first also answers, but not with a list.
    return answer.ok && Array.isArray(await answer.json())
  } catch {
    return false
  }
}

async function serveFeed(): Promise<FeedServer> {
  const newest = feedDateAt(new Date())
  try {
    return await startFeedServer({ newest, port: PORT, hasThumbnails: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return await startFeedServer({ newest, hasThumbnails: true })
  }
}
