import type { PaperCard } from './card.ts'

/** A run of text, marked where it is what was searched for. */
export interface MarkedText {
  text: string
  isMarked: boolean
}

/** A place besides title and abstract in which a word of the query stands. */
export interface MatchReason {
  /**
   * `spelling`: the text has another spelling of the word than was typed; `tag` and `note` are
   * the reader's own.
   */
  place: 'author' | 'organization' | 'keyword' | 'tag' | 'note' | 'spelling'
  text: MarkedText[]
}

/** A paper that was found, with why. */
export interface Hit extends PaperCard {
  markedTitle: MarkedText[]
  /** The best piece of its abstract; absent where only other fields match. */
  snippet?: MarkedText[]
  /** Where the words stand that neither title nor snippet shows. */
  reasons: MatchReason[]
}
