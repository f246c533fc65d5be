import type { SegmentHead } from '../../model/search-index.ts'
import { fieldBits } from '../segment/fields.ts'
import { highestImpact, rarity } from '../segment/impact.ts'
import { eachPosting } from '../segment/postings.ts'
import type { Alternative, Factors } from './expand.ts'
import type { WordGroup } from './word-groups.ts'

/** A word of the query with the terms that count for it. */
export interface Word {
  group: WordGroup
  alternatives: Alternative[]
}

/** Tells of the papers of a segment, by number, whether they may be found at all. */
export type Allows = (head: SegmentHead) => (doc: number) => boolean

/** What papers are matched against besides the words that are looked for. */
export interface Question {
  heads: readonly SegmentHead[]
  /** How many papers there are. */
  documents: number
  excluded: readonly Word[]
  /** Terms that must be there in any case and score nothing. */
  required: readonly Alternative[][]
  allows: Allows | undefined
  weights: Factors
}

/** Papers of one segment that match, by their number there. */
export interface SegmentMatches {
  head: SegmentHead
  docs: readonly number[]
  /** Of every paper of the segment, by number. */
  scores: Float32Array
}

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
 * `enoughPapers` hold them all, those that hold most come after them.
 */
const manyWords = 4
const enoughPapers = 10

/**
 * The papers that hold every word, scored by BM25F; where there are none, or few for a long
 * query, also those that hold most of them.
 */
export function match(question: Question, words: readonly Word[]): Matches {
  // The index leaves the commonest words out of abstracts, so they cannot decide who is found.
  const telling = words.filter(({ group }) => !group.isCommon)
  const deciding = telling.length > 0 ? telling : words
  const scored = question.heads.map((head) => scoreSegment(head, question, words, deciding))
  const groups = words.map(withCorrections)
  let isRelaxed = true
  for (const share of shares) {
    const least = Math.ceil(deciding.length * share)
    const segments = scored.map((each) => collect(each, least))
    const total = segments.reduce((sum, { docs }) => sum + docs.length, 0)
    if (share === 1 && total > 0) isRelaxed = false
    const isEnough = share < 1 || deciding.length < manyWords || total >= enoughPapers
    if (total > 0 && isEnough) return { segments, total, isRelaxed, groups }
  }
  return { segments: [], total: 0, isRelaxed: false, groups }
}

/** The papers of a segment that may match, with what is worked out for each. */
interface Scored {
  head: SegmentHead
  docs: number[]
  scores: Float32Array
  /** How many of the deciding words each paper holds. */
  held: Uint8Array
}

function scoreSegment(
  head: SegmentHead,
  question: Question,
  words: readonly Word[],
  deciding: readonly Word[],
): Scored {
  const { documents, weights } = question
  const scoring = newScoring(head.docCount)
  const { scores, held, inTitle, worth } = scoring
  const worths = new Map(deciding.map((word) => [word, worthOf(word, documents)]))
  const fullWorth = [...worths.values()].reduce((sum, each) => sum + each, 0)
  for (const word of words) addWord(head, word, documents, scoring, worths.get(word))
  // Without a word that decides, every paper is a match to begin with.
  const all = deciding.length === 0 ? Array.from({ length: head.docCount }, (_, i) => i) : undefined
  const found = all ?? scoring.docs
  const mayBe = mayMatch(head, question)
  const docs = mayBe ? found.filter(mayBe) : found
  for (const doc of all ? [] : docs) {
    // A paper with all the words in its title is what was meant more often than not.
    const titled = (inTitle[doc] as number) / deciding.length
    const covered = Math.min(1, (worth[doc] as number) / fullWorth)
    ;(scores[doc] as number) *= (1 + weights.titleBonus * titled ** 2) * covered ** weights.coverage
  }
  return { head, docs, scores, held }
}

/** How much it tells that a paper holds a word: little where half of the papers do. */
function worthOf({ alternatives }: Word, documents: number): number {
  return rarity(documents, Math.max(0, ...alternatives.map(({ holding }) => holding)))
}

function withCorrections({ group, alternatives }: Word): WordGroup {
  const corrections = alternatives.filter(({ isCorrection }) => isCorrection)
  return { ...group, corrections: corrections.map(({ term }) => term) }
}

/** What is worked out for the papers of one segment. */
interface Scoring {
  /** Those that hold a deciding word. */
  docs: number[]
  scores: Float32Array
  held: Uint8Array
  /** How many of the deciding words stand in the title. */
  inTitle: Uint8Array
  /** How much those that it holds tell, summed up. */
  worth: Float32Array
  /** For the word under way: the best score of each paper, whether seen, whether in a title. */
  best: Float32Array
  isSeen: Uint8Array
  isTitled: Uint8Array
}

function newScoring(docCount: number): Scoring {
  return {
    docs: [],
    scores: new Float32Array(docCount),
    held: new Uint8Array(docCount),
    inTitle: new Uint8Array(docCount),
    worth: new Float32Array(docCount),
    best: new Float32Array(docCount),
    isSeen: new Uint8Array(docCount),
    isTitled: new Uint8Array(docCount),
  }
}

/**
 * Adds the best score of each paper for one word, over all the terms that count for it.
 * `worth` is that of a word that decides.
 */
function addWord(
  head: SegmentHead,
  { group, alternatives }: Word,
  documents: number,
  scoring: Scoring,
  worth: number | undefined,
): void {
  const { docs, scores, held, inTitle, best, isSeen, isTitled } = scoring
  const exact = alternatives.find(({ factor }) => factor === 1)
  const highest = exact ? rarity(documents, exact.holding) : Number.POSITIVE_INFINITY
  const touched: number[] = []
  for (const alternative of alternatives) {
    const entry = entryIn(alternative, head)
    if (!entry) continue
    // Another form of a common word is not worth more than the word itself by being rare.
    const unit =
      (Math.min(highest, rarity(documents, alternative.holding)) * alternative.factor) /
      highestImpact
    eachPosting(entry.bytes, entry.start, entry.end, (doc, impact, mask) => {
      if (group.fields !== 0 && (mask & group.fields) === 0) return
      if (isSeen[doc] === 0) touched.push(doc)
      isSeen[doc] = 1
      if (mask & fieldBits.title) isTitled[doc] = 1
      if (impact * unit > (best[doc] as number)) best[doc] = impact * unit
    })
  }
  for (const doc of touched) {
    ;(scores[doc] as number) += best[doc] as number
    if (worth !== undefined) {
      if (held[doc] === 0) docs.push(doc)
      ;(held[doc] as number)++
      ;(inTitle[doc] as number) += isTitled[doc] as number
      ;(scoring.worth[doc] as number) += worth
    }
    best[doc] = isSeen[doc] = isTitled[doc] = 0
  }
}

function entryIn({ found }: Alternative, head: SegmentHead) {
  return found.find(({ segment }) => segment.id === head.id)
}

/** Tells of a paper whether it may match by its words; undefined where every one may. */
function mayMatch(
  head: SegmentHead,
  { excluded, required, allows }: Question,
): ((doc: number) => boolean) | undefined {
  if (head.removed.length + excluded.length + required.length === 0 && !allows) return undefined
  const unwanted = new Uint8Array(head.docCount)
  for (const doc of head.removed) unwanted[doc] = 1
  for (const { group, alternatives } of excluded) mark(unwanted, head, alternatives, group.fields)
  const needed = required.map((alternatives) => {
    const holding = new Uint8Array(head.docCount)
    mark(holding, head, alternatives, 0)
    return holding
  })
  const isAllowed = allows?.(head)
  return (doc) =>
    unwanted[doc] === 0 &&
    needed.every((holding) => holding[doc] === 1) &&
    (isAllowed === undefined || isAllowed(doc))
}

/** Marks the papers that hold one of some terms, in one of some fields (0: in any). */
function mark(
  marks: Uint8Array,
  head: SegmentHead,
  alternatives: readonly Alternative[],
  fields: number,
): void {
  for (const alternative of alternatives) {
    const entry = entryIn(alternative, head)
    if (!entry) continue
    eachPosting(entry.bytes, entry.start, entry.end, (doc, _impact, mask) => {
      if (fields === 0 || (mask & fields) !== 0) marks[doc] = 1
    })
  }
}

/** The papers that hold at least so many words. */
function collect({ head, docs, scores, held }: Scored, least: number): SegmentMatches {
  if (least <= 1) return { head, docs, scores }
  return { head, docs: docs.filter((doc) => (held[doc] as number) >= least), scores }
}
