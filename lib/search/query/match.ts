import { inItsFields, type Question, type SegmentMatches, type Word } from './question.ts'
import { scoreSegment } from './score-segment.ts'
import type { WordGroup } from './word-groups.ts'

export interface Matches {
  segments: SegmentMatches[]
  total: number
  /** No paper held all the words: these hold most of them. */
  isRelaxed: boolean
  /** The words looked for, with the corrections that counted for them. */
  groups: WordGroup[]
}

/** The shares of the words that must be held, tried in turn until papers are found. */
const shares = [1, 0.5, 0.3]
/**
 * Who writes so many words does not mean that each must be there: where fewer papers than
 * `enoughPapers` hold them all, those that hold most are put in order with them.
 */
const manyWords = 4
const enoughPapers = 10

/**
 * The papers that hold every word, scored by BM25F; where there are none, or few for a long
 * query, also those that hold most of them.
 */
export function match(question: Question, words: readonly Word[]): Matches {
  // The index leaves the commonest words out of abstracts, so they cannot decide who is found.
  const telling = words.filter((word) => !word.group.isCommon && !isBarelyBegun(word))
  const deciding = telling.length > 0 ? telling : words
  const groups = words.map(withCorrections)
  const count = deciding.filter(({ group }) => !group.isVersion).length
  const mayBeLoose = question.isRanked && count >= manyWords
  // `author:okonkwo` is no word that a paper may lack if it holds the others.
  const fielded = deciding.filter(({ group }) => group.fields !== 0).map(inItsFields)
  const loose = { ...question, required: [...question.required, ...fielded] }
  let isRelaxed = true
  for (const share of shares) {
    const least = Math.ceil(deciding.length * share)
    const asked = share === 1 ? question : loose
    const segments = question.heads.map((head) => scoreSegment(head, asked, words, deciding, least))
    const total = segments.reduce((sum, { docs }) => sum + docs.length, 0)
    if (share === 1 && total > 0) isRelaxed = false
    const isEnough = !mayBeLoose || total >= enoughPapers || share === shares.at(-1)
    if (total > 0 && isEnough) return { segments, total, isRelaxed, groups }
  }
  return { segments: [], total: 0, isRelaxed: false, groups }
}

function withCorrections({ group, alternatives }: Word): WordGroup {
  const corrections = alternatives.filter(({ isCorrection }) => isCorrection)
  return { ...group, corrections: corrections.map(({ term }) => term) }
}

/** How much more papers hold a longer word than a begun one, for it to be taken for the longer. */
const ratioOfLonger = 10

/**
 * True of a word that is being typed and probably another, longer one: not all of its endings are
 * looked at, so it must not take away what the words before it found.
 */
function isBarelyBegun({ group, alternatives, isOpen }: Word): boolean {
  if (!isOpen) return false
  const holding = (isIt: boolean) =>
    alternatives
      .filter(({ term }) => (term === group.word) === isIt)
      .reduce((most, each) => Math.max(most, each.holding), 0)
  const ratio = group.word.length < 3 ? 1 : ratioOfLonger
  return holding(true) * ratio < holding(false)
}
