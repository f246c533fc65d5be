import type { Paper } from './paper.ts'
import type { SavedPaper } from './saved-paper.ts'
import { findMath } from './tex/find-math.ts'

/**
 * What a list shows of a paper. A card is small enough that thirty of them are kept
 * ready in `storage.local` for the first paint; the abstract comes when it is asked for.
 */
export interface PaperCard
  extends Omit<
    Paper,
    'abstract' | 'tldr' | 'keywords' | 'thumbnailUrl' | 'primaryClass' | 'doi' | 'revisedAt'
  > {
  /** The TL;DR where there is one, otherwise the beginning of the abstract. */
  blurb: string
  isTldr: boolean
  /** On the card that leads an edition, and on all where the reader wants whole abstracts. */
  abstract?: string
  /** A picture of it is stored here, or about to be: a box is kept free for it. */
  hasPicture?: true
  savedAt?: number
  /** Since when (ms) it waits to be looked up: there is no more of it than a title. */
  pendingSince?: number
  /** When (ms) it was looked up in vain. */
  triedAt?: number
  isRead: boolean
}

/** What the reader did to a paper. */
type ReadersPart = Pick<PaperCard, 'savedAt' | 'pendingSince' | 'triedAt' | 'isRead'>

/** The same, from what is stored of it. */
export function readersPart(saved: SavedPaper | undefined, read: unknown): ReadersPart {
  const { savedAt, pendingSince, triedAt } = saved ?? {}
  return { savedAt, pendingSince, triedAt, isRead: read !== undefined }
}

const authorsShown = 3
const blurbLength = 320

/** The card of a paper for this reader; it carries the first three authors, or all four. */
export function toCard(paper: Paper, reader: ReadersPart): PaperCard {
  const { abstract, tldr, ...others } = paper
  const {
    keywords: _,
    thumbnailUrl: __,
    primaryClass: ___,
    doi: ____,
    revisedAt: _____,
    ...shown
  } = others
  return {
    ...shown,
    ...reader,
    // "and 1 more" would be longer than most names.
    authors: paper.authors.slice(
      0,
      authorsShown + (paper.authorCount === authorsShown + 1 ? 1 : 0),
    ),
    blurb: shorten(tldr ?? abstract, blurbLength),
    isTldr: tldr !== undefined,
  }
}

/** Cuts at a word's end, never inside a character or a formula, and says so with an ellipsis. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const formula = findMath(text).find(
    ({ start, end }) => start > 0 && start < length && end > length,
  )
  const cut = text.slice(0, formula?.start ?? length)
  const wordEnd = Math.max(cut.lastIndexOf(' '), length / 2)
  return `${cut.slice(0, wordEnd).replace(/[\s,;:.\ud800-\udbff]+$/, '')}…`
}
