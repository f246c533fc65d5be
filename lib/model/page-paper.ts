import type { PaperCard } from './card.ts'
import type { FetchedPaper } from './paper.ts'

/** Looking for a page's paper by its title, and what became of it. */
export type TitleLookUp =
  | { state: 'offered' }
  | { state: 'asking' }
  /** It was found elsewhere; it is stored when it is saved. */
  | { state: 'found'; card: PaperCard }
  /** Nobody who may be asked has one. */
  | { state: 'missing'; isArxivAsked: boolean }
  | { state: 'failed'; problem: string }

/** The paper of the page that the popup was opened on, as far as it is known. */
export type PagePaper =
  /** The database is not open yet. */
  | { state: 'reading'; title: string }
  | { state: 'stored'; card: PaperCard }
  | {
      state: 'unknown'
      id: string
      title: string
      /** What the page itself says, of one that is of another site than arXiv. */
      said?: FetchedPaper
      /** Of such a one whose title is known. */
      lookUp?: TitleLookUp
    }
