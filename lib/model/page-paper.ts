import type { PaperCard } from './card.ts'
import type { TitledPaper } from './paper-address.ts'

/** What became of looking for a page's paper by its title. */
type TitleLookUp =
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
  | { state: 'unknown'; id: string; title: string }
  | (TitledPaper & { state: 'titled'; title?: string; lookUp?: TitleLookUp })
