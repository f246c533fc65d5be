import type { PaperCard } from './card.ts'

/** A run of text, marked where it is what was searched for. */
export interface MarkedText {
  text: string
  isMarked: boolean
}

/** A paper that was found, with why. */
export interface Hit extends PaperCard {
  markedTitle: MarkedText[]
  /** The best piece of its abstract; absent where only other fields match. */
  snippet?: MarkedText[]
}
