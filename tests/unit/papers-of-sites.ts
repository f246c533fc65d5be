import type { SavedPaper } from '../../lib/model/saved-paper.ts'
import { makeFetched, makePaper, makeSaved } from './make-paper.ts'

/** A paper of the Anthology as its page tells of it. */
export const anthologyPaper = makeFetched({
  id: 'acl:2024.acl-long.12',
  title: 'On Zebras: A Corpus Study',
  abstract: 'We count stripes in treebanks.',
  authors: ['Ada One', 'Ben van der Two'],
  authorCount: 2,
  publishedAt: Date.UTC(2024, 7),
  datedTo: 'month',
  venue: 'Proceedings of the 62nd Meeting on Zebras (Volume 1: Long Papers)',
  doi: '10.18653/v1/2024.acl-long.12',
  upvotes: 0,
})

/** One of OpenReview that has not appeared anywhere yet, with an id that TeX would change. */
export const reviewedPaper = makeFetched({
  id: 'openreview:aB_-c--9',
  title: 'Striped Attention',
  abstract: 'Attention with gaps.',
  authors: ['Cleo Three'],
  authorCount: 1,
  publishedAt: Date.UTC(2023, 8, 22),
  upvotes: 0,
})

/** One of a journal. */
export const journalPaper = makeFetched({
  id: 'openreview:Tm1r_22',
  title: 'A Survey of Manes',
  abstract: 'All manes there are.',
  authors: ['Dora Four'],
  authorCount: 1,
  publishedAt: Date.UTC(2022),
  datedTo: 'year',
  venue: 'Transactions on Zebra Research',
  isInJournal: true,
  upvotes: 0,
})

/** The row of such a paper. */
export function savedOfSite(
  paper: typeof anthologyPaper,
  changes: Partial<SavedPaper> = {},
): SavedPaper {
  return makeSaved({ id: paper.id, record: makePaper(paper), ...changes })
}
