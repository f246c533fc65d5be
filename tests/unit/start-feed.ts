import { onTestFinished } from 'vitest'
import {
  type FeedServer,
  type FeedServerOptions,
  startFeedServer,
} from '../support/feed/feed-server.ts'
import { openFeed } from '../support/feed/feed-source.ts'

/** The sample feed on 127.0.0.1 until the test ends. */
export async function startFeed(options: FeedServerOptions = {}): Promise<FeedServer> {
  const server = await startFeedServer({ source: openFeed('sample'), ...options })
  onTestFinished(() => server.close())
  return server
}

/** The ids of a day as the feed lists them, each once. */
export function idsOfDay({ source }: FeedServer, date: string): string[] {
  const papers = source.day(date) as { paper: { id: string } }[]
  return [...new Set(papers.map(({ paper }) => paper.id))]
}
