import { onTestFinished } from 'vitest'
import {
  type ArxivEntry,
  type ArxivServer,
  startArxivServer,
} from '../support/feed/arxiv-server.ts'

/** arXiv's API on 127.0.0.1 until the test ends. */
export async function startArxiv(papers: ArxivEntry[] = []): Promise<ArxivServer> {
  const server = await startArxivServer(papers)
  onTestFinished(() => server.close())
  return server
}
