import type { Paper } from './paper.ts'
import { isSiteId, nameOfId } from './paper-id.ts'
import type { PublishedAt } from './partial-date.ts'
import { monthOfArxivId } from './read-arxiv-id.ts'

/**
 * What stands for a paper of which no more than its id, and perhaps what it was called, is known,
 * until it is looked up. An arXiv id tells the month in which it was published, one of the Anthology
 * the year. `now` in ms.
 */
export function placeholderRecord(id: string, now: number, title = nameOfId(id)): Paper {
  return {
    ...{ id, title, abstract: '', authors: [], authorCount: 0 },
    ...(isSiteId(id) ? dateOfSiteId(id) : { publishedAt: monthOfArxivId(id) ?? now }),
    ...{ upvotes: 0, comments: 0, keywords: [], firstSeenAt: now },
  }
}

/**
 * What the id of a paper of another site than arXiv tells of when it was published. Of what is
 * older than the clock of computers, nothing.
 */
export function dateOfSiteId(id: string): PublishedAt {
  const year = yearOfSiteId(id)
  return year === undefined || year < 1970
    ? { publishedAt: 0 }
    : { publishedAt: Date.UTC(year), datedTo: 'year' }
}

/** The year in which the Anthology numbers a paper; undefined for any other. */
function yearOfSiteId(id: string): number | undefined {
  const [, whole, letter, short] = /^acl:(?:(\d{4})\.|([A-Z])(\d\d)-)/.exec(id) ?? []
  if (whole) return Number(whole)
  // Its oldest papers are of the sixties.
  return letter ? Number(short) + (Number(short) < 60 ? 2000 : 1900) : undefined
}
