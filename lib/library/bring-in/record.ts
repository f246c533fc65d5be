import { maxAuthorsKept, type Paper } from '../../model/paper.ts'
import type { ImportedEntry } from './imported-entry.ts'

/** The record of a paper that only a file tells of; `now` in ms. */
export function recordOf(entry: ImportedEntry, now: number): Paper {
  const { id, title, abstract, authors, primaryClass, doi, repository } = entry
  return {
    id,
    title: title ?? `arXiv ${id}`,
    abstract: abstract ?? '',
    authors: authors.slice(0, maxAuthorsKept),
    authorCount: authors.length,
    publishedAt: publishedAt(entry),
    upvotes: 0,
    comments: 0,
    keywords: [],
    ...(repository && { repository }),
    ...(primaryClass && { primaryClass }),
    ...(doi && { doi }),
    firstSeenAt: now,
  }
}

/** False for one that is no more than an id and a title, and has to be looked up. */
export function isComplete({ title, abstract, authors }: ImportedEntry): boolean {
  return title !== undefined && abstract !== undefined && authors.length > 0
}

/**
 * The day that the file says, where it is in the month that the id says; otherwise the first of
 * that month: many files have the date of a later publication.
 */
function publishedAt({ id, publishedAt: said }: ImportedEntry): number {
  const month = Date.UTC(2000 + Number(id.slice(0, 2)), Number(id.slice(2, 4)) - 1)
  const nextMonth = Date.UTC(2000 + Number(id.slice(0, 2)), Number(id.slice(2, 4)))
  return said !== undefined && said >= month && said < nextMonth ? said : month
}
