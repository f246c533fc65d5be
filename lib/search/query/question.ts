import type { SegmentHead } from '../../model/search-index.ts'
import type { Alternative, Factors } from './expand.ts'
import type { WordGroup } from './word-groups.ts'

/** A word of the query with the terms that count for it. */
export interface Word {
  group: WordGroup
  alternatives: Alternative[]
  /** What may have been meant by it, where that was looked for already. */
  corrections?: readonly Correction[] | undefined
  /** It is being typed, and not all that it may become is among the alternatives. */
  isOpen: boolean
}

/** A word that may have been meant, and how many edits away it is. */
export interface Correction {
  term: string
  distance: number
}

/** Terms that are looked for in some fields (0: in any), whatever they score. */
export interface TermsInFields {
  alternatives: readonly Alternative[]
  fields: number
}

export function inItsFields({ group, alternatives }: Word): TermsInFields {
  return { alternatives, fields: group.fields }
}

/** Tells of the papers of a segment, by number, whether they may be found at all. */
export type Allows = (head: SegmentHead) => (doc: number) => boolean

/** What papers are matched against besides the words that are looked for. */
export interface Question {
  heads: readonly SegmentHead[]
  /** How many papers there are. */
  documents: number
  /** None of their terms may be there. */
  excluded: readonly TermsInFields[]
  /** Of each, one must be there in any case. */
  required: readonly TermsInFields[]
  allows: Allows | undefined
  /** The best come first: among them, papers that hold most of the words do no harm. */
  isRanked: boolean
  weights: Factors
}

/** Papers of one segment that match, by their number there. */
export interface SegmentMatches {
  head: SegmentHead
  docs: Uint32Array
  /** The score of each, in the same order. */
  scores: Float32Array
}
