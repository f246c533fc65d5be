import type { FeedDate } from './feed-date.ts'

/** A paper as it is kept: checked, folded, and free of what is never shown. */
export interface Paper {
  /** arXiv identifier without a version, such as `2608.13210`, or another site's: paper-id.ts. */
  id: string
  title: string
  abstract: string
  /** The first hundred names, in order. */
  authors: string[]
  /** How many authors there are in all. */
  authorCount: number
  /** When arXiv, or the site it is of, published it (ms); 0 where nobody says. */
  publishedAt: number
  /** No more than the month or the year of that is known, whose first instant it is. */
  datedTo?: 'month' | 'year'
  /** When its last version came (ms), where arXiv told that it has more than one. */
  revisedAt?: number
  /** The day of Daily Papers it was put on. */
  feedDate?: FeedDate
  upvotes: number
  comments: number
  /** One or two sentences that the feed adds, often only hours later. */
  tldr?: string
  keywords: string[]
  organization?: Organization
  /** `owner/name` on GitHub. */
  repository?: string
  stars?: number
  projectUrl?: string
  thumbnailUrl?: string
  /** arXiv's primary category, such as `cs.CL`; only arXiv itself tells. */
  primaryClass?: string
  /** The publisher's, where arXiv, or the site it is of, lists one. */
  doi?: string
  /** The proceedings or the journal it appeared in; only sites other than arXiv tell. */
  venue?: string
  /** That is a journal. */
  isInJournal?: true
  /** It came from arXiv because Hugging Face does not have it: there it has no page and no votes. */
  onlyOnArxiv?: true
  /** When this machine first saw it (ms). */
  firstSeenAt: number
}

interface Organization {
  /** The login on Hugging Face. */
  name: string
  fullName: string
}

/** A paper as a source gives it, before this machine has a memory of it. */
export type FetchedPaper = Omit<Paper, 'firstSeenAt' | 'upvotes' | 'comments'> &
  Partial<Pick<Paper, 'upvotes' | 'comments'>>

export const maxAuthorsKept = 100

/**
 * The record to keep when a paper is fetched again. What is new wins; what the new
 * answer leaves out stays, since the feed drops and re-adds fields (SCHEMA.md, drift).
 */
export function mergePaper(known: Paper | undefined, fetched: FetchedPaper, now: number): Paper {
  if (!known) return { upvotes: 0, comments: 0, ...fetched, firstSeenAt: now }
  const feedDate = [known.feedDate, fetched.feedDate].filter(Boolean).sort().at(-1)
  const { authors, authorCount } = fetched.authorCount > 0 ? fetched : known
  const { onlyOnArxiv: _, ...merged } = { ...known, ...fetched }
  return {
    ...merged,
    ...(known.onlyOnArxiv && fetched.onlyOnArxiv && { onlyOnArxiv: true as const }),
    authors,
    authorCount,
    abstract: fetched.abstract || known.abstract,
    keywords: fetched.keywords.length > 0 ? fetched.keywords : known.keywords,
    firstSeenAt: known.firstSeenAt,
    // Put on two days, it is of the later, whichever of them is fetched last.
    ...(feedDate && { feedDate }),
  }
}

const dayMs = 86_400_000

/** The same paper seen at two times: true when its counts differ. */
export function hasNewCounts(known: Paper | undefined, next: Paper): boolean {
  return (
    known?.upvotes !== next.upvotes ||
    known.comments !== next.comments ||
    known.stars !== next.stars
  )
}

/** True when something that is searched, or filtered by, differs. */
export function hasNewText(known: Paper | undefined, next: Paper): boolean {
  return known === undefined || searchedText(known) !== searchedText(next)
}

function searchedText(paper: Paper): string {
  const { title, abstract, tldr, authors, keywords, organization, repository, publishedAt } = paper
  const texts = [title, abstract, tldr, authors, keywords, organization]
  return JSON.stringify([...texts, Boolean(repository), Math.floor(publishedAt / dayMs)])
}
