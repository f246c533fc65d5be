import { maxAuthorsKept, type Paper } from '../../model/paper.ts'
import { isSiteId, nameOfId } from '../../model/paper-id.ts'
import type { PublishedAt } from '../../model/partial-date.ts'
import { dateOfSiteId } from '../../model/placeholder.ts'
import { monthOfArxivId } from '../../model/read-arxiv-id.ts'
import type { ImportedEntry } from './imported-entry.ts'

/** The record of a paper that only a file tells of; `now` in ms. */
export function recordOf(entry: ImportedEntry, now: number): Paper {
  const { id, title, abstract, authors, primaryClass, doi, repository, venue, isInJournal } = entry
  return {
    id,
    title: title ?? nameOfId(id),
    abstract: abstract ?? '',
    authors: authors.slice(0, maxAuthorsKept),
    authorCount: authors.length,
    ...publishedAt(entry),
    upvotes: 0,
    comments: 0,
    keywords: [],
    ...(repository && { repository }),
    ...(primaryClass && { primaryClass }),
    ...(doi && { doi }),
    ...(venue && { venue }),
    ...(isInJournal && { isInJournal }),
    firstSeenAt: now,
  }
}

/**
 * False for one that is no more than an id and a title, and has to be looked up. Of another site than
 * arXiv nobody can be asked for an abstract.
 */
export function isComplete({ id, title, abstract, authors }: ImportedEntry): boolean {
  const isTold = abstract !== undefined || isSiteId(id)
  return title !== undefined && isTold && authors.length > 0
}

/**
 * The day that the file says, where it is in the month that an arXiv id says; otherwise the first of
 * that month: many files have the date of a later publication.
 */
function publishedAt({ id, publishedAt: said, datedTo }: ImportedEntry): PublishedAt {
  const month = monthOfArxivId(id)
  if (month === undefined) {
    return said === undefined
      ? dateOfSiteId(id)
      : { publishedAt: said, ...(datedTo && { datedTo }) }
  }
  const nextMonth = new Date(month).setUTCMonth(new Date(month).getUTCMonth() + 1)
  const isInIt = said !== undefined && said >= month && said < nextMonth
  return { publishedAt: isInIt ? said : month }
}
