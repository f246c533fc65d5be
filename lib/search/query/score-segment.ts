import type { SegmentHead } from '../../model/search-index.ts'
import { fieldBits } from '../segment/fields.ts'
import { highestImpact, rarity } from '../segment/impact.ts'
import { type Postings, readPostings } from '../segment/postings.ts'
import type { Alternative } from './expand.ts'
import type { Question, Word } from './match.ts'

// The loops here run over every paper that holds a common word, in a page that has just opened:
// over typed arrays and without calls, they are quick before they are compiled.

/** The papers of a segment that may match, with what is worked out for each. */
export interface Scored {
  head: SegmentHead
  docs: Uint32Array
  /** Of every paper of the segment, by number. */
  scores: Float32Array
  /** How many of the deciding words each paper holds. */
  held: Uint8Array
}

/** The papers that hold one of the `deciding` words, scored by BM25F for all `words`. */
export function scoreSegment(
  head: SegmentHead,
  question: Question,
  words: readonly Word[],
  deciding: readonly Word[],
): Scored {
  const { documents, weights } = question
  const scoring = newScoring(head.docCount)
  const worths = new Map(deciding.map((word) => [word, worthOf(word, documents)]))
  const fullWorth = [...worths.values()].reduce((sum, each) => sum + each, 0)
  for (const word of words) addWord(head, word, documents, scoring, worths.get(word))
  const { scores, held, inTitle, worth } = scoring
  // Without a word that decides, every paper is a match to begin with.
  const isAll = deciding.length === 0
  const found = isAll ? scoring.docs.map((_, i) => i) : scoring.docs.subarray(0, scoring.docCount)
  const docs = keepAllowed(found, head, question)
  if (isAll) return { head, docs, scores, held }
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] as number
    // A paper with all the words in its title is what was meant more often than not.
    const titled = (inTitle[doc] as number) / deciding.length
    let factor = 1 + weights.titleBonus * titled * titled
    if (held[doc] !== deciding.length) {
      factor *= ((worth[doc] as number) / fullWorth) ** weights.coverage
    }
    ;(scores[doc] as number) *= factor
  }
  return { head, docs, scores, held }
}

/** How much it tells that a paper holds a word: little where half of the papers do. */
function worthOf({ alternatives }: Word, documents: number): number {
  return rarity(documents, Math.max(0, ...alternatives.map(({ holding }) => holding)))
}

/** What is worked out for the papers of one segment, by their number there. */
interface Scoring {
  /** Those that hold a deciding word: the first `docCount` of the list. */
  docs: Uint32Array
  docCount: number
  scores: Float32Array
  held: Uint8Array
  /** How many of the deciding words stand in the title. */
  inTitle: Uint8Array
  /** How much those that it holds tell, summed up. */
  worth: Float32Array
  /** For the word under way: the papers that hold it, the best score of each, whether in a title. */
  touched: Uint32Array
  best: Float32Array
  isTitled: Uint8Array
}

function newScoring(docCount: number): Scoring {
  return {
    docs: new Uint32Array(docCount),
    docCount: 0,
    scores: new Float32Array(docCount),
    held: new Uint8Array(docCount),
    inTitle: new Uint8Array(docCount),
    worth: new Float32Array(docCount),
    touched: new Uint32Array(docCount),
    best: new Float32Array(docCount),
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
  const exact = alternatives.find(({ factor }) => factor === 1)
  const highest = exact ? rarity(documents, exact.holding) : Number.POSITIVE_INFINITY
  let touchedCount = 0
  for (const alternative of alternatives) {
    const postings = postingsIn(alternative, head)
    if (!postings) continue
    // Another form of a common word is not worth more than the word itself by being rare.
    const rare = Math.min(highest, rarity(documents, alternative.holding))
    const unit = (rare * alternative.factor) / highestImpact
    touchedCount = addTerm(scoring, touchedCount, postings, unit, group.fields)
  }
  addTouched(scoring, touchedCount, worth)
}

/** Notes the papers of one term; returns how many are touched now. */
function addTerm(
  { touched, best, isTitled }: Scoring,
  touchedBefore: number,
  { docs, impacts, masks }: Postings,
  unit: number,
  fields: number,
): number {
  let count = touchedBefore
  for (let i = 0; i < docs.length; i++) {
    const mask = masks[i] as number
    if (fields !== 0 && (mask & fields) === 0) continue
    const doc = docs[i] as number
    const score = (impacts[i] as number) * unit
    const known = best[doc] as number
    if (known === 0) touched[count++] = doc
    if (score > known) best[doc] = score
    if (mask & fieldBits.title) isTitled[doc] = 1
  }
  return count
}

function addTouched(scoring: Scoring, count: number, worth: number | undefined): void {
  const { docs, scores, held, inTitle, worth: worths, touched, best, isTitled } = scoring
  const isDeciding = worth !== undefined
  let { docCount } = scoring
  for (let i = 0; i < count; i++) {
    const doc = touched[i] as number
    ;(scores[doc] as number) += best[doc] as number
    if (isDeciding) {
      if (held[doc] === 0) docs[docCount++] = doc
      ;(held[doc] as number)++
      ;(inTitle[doc] as number) += isTitled[doc] as number
      ;(worths[doc] as number) += worth
    }
    best[doc] = 0
    isTitled[doc] = 0
  }
  scoring.docCount = docCount
}

function postingsIn({ found }: Alternative, head: SegmentHead): Postings | undefined {
  const entry = found.find(({ segment }) => segment.id === head.id)
  return entry && readPostings(entry.bytes, entry.start, entry.end, entry.count)
}

/** Those of some papers that may match by what else is asked of them. */
function keepAllowed(
  docs: Uint32Array,
  head: SegmentHead,
  { excluded, required, allows }: Question,
): Uint32Array {
  if (head.removed.length + excluded.length + required.length === 0 && !allows) return docs
  const isUnwanted = new Uint8Array(head.docCount)
  for (const doc of head.removed) isUnwanted[doc] = 1
  for (const { group, alternatives } of excluded) mark(isUnwanted, head, alternatives, group.fields)
  for (const alternatives of required) {
    const isHolding = new Uint8Array(head.docCount)
    mark(isHolding, head, alternatives, 0)
    for (let doc = 0; doc < head.docCount; doc++) if (isHolding[doc] === 0) isUnwanted[doc] = 1
  }
  const isAllowed = allows?.(head)
  let count = 0
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] as number
    if (isUnwanted[doc] === 0 && (!isAllowed || isAllowed(doc))) docs[count++] = doc
  }
  return docs.subarray(0, count)
}

/** Marks the papers that hold one of some terms, in one of some fields (0: in any). */
function mark(
  marks: Uint8Array,
  head: SegmentHead,
  alternatives: readonly Alternative[],
  fields: number,
): void {
  for (const alternative of alternatives) {
    const postings = postingsIn(alternative, head)
    if (!postings) continue
    const { docs, masks } = postings
    for (let i = 0; i < docs.length; i++) {
      if (fields === 0 || ((masks[i] as number) & fields) !== 0) marks[docs[i] as number] = 1
    }
  }
}
