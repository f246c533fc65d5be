import type { Paper } from './paper.ts'
import { monthOfArxivId } from './read-arxiv-id.ts'

/**
 * What stands for a paper of which no more than its id, and perhaps what it was called, is known,
 * until it is looked up. An arXiv id tells the month in which it was published. `now` in ms.
 */
export function placeholderRecord(id: string, now: number, title = `arXiv ${id}`): Paper {
  return {
    ...{ id, title, abstract: '', authors: [], authorCount: 0 },
    publishedAt: monthOfArxivId(id) ?? now,
    ...{ upvotes: 0, comments: 0, keywords: [], firstSeenAt: now },
  }
}
