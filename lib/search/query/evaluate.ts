import type { SegmentHead } from '../../model/search-index.ts'
import type { IndexReader } from '../index-reader.ts'
import { fieldBits } from '../segment/fields.ts'
import { highestImpact, rarity } from '../segment/impact.ts'
import { eachPosting } from '../segment/postings.ts'
import { type Alternative, correct, expand, type Factors, factors, lookUp } from './expand.ts'
import type { WordGroup } from './word-groups.ts'

/** Papers of one segment that match, by their number there. */
export interface SegmentMatches {
  head: SegmentHead
  /** Rising. */
  docs: Int32Array
  /** The score of each. */
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

/** Groups are counted in a byte. */
const groupsAtMost = 64

/** The shares of the words that must be held, tried in turn until papers are found. */
const shares = [1, 0.5, 0.3]
/**
 * Who writes so many words does not mean that each must be there: where fewer papers than
 * `enoughPapers` hold them all, those that hold most come after them.
 */
const manyWords = 4
const enoughPapers = 10

/** A word that so few papers hold may be mistyped. */
const fewPapers = 3
/**
 * Where so few papers hold all the words, another one may have been mistyped into a word that
 * there is: one that not more than this share of the papers hold. Of a long text, none.
 */
const fewMatches = 30
const suspectShare = 0.01
const suspectsAtMost = 12

/**
 * The papers that hold every word of the query, scored by BM25F; where there are none, or few
 * for a long query, also those that hold most of them. `requiredTerms` must be there in any
 * case and score nothing.
 */
export async function evaluate(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  groups: readonly WordGroup[],
  requiredTerms: readonly string[] = [],
  weights: Factors = factors,
): Promise<Matches> {
  const asked = groups.slice(0, groupsAtMost)
  const wanted = asked.filter((group) => !group.isExcluded)
  const unwanted = asked.filter((group) => group.isExcluded)
  const [words, excluded, required] = await Promise.all([
    Promise.all(wanted.map((group) => toWord(reader, heads, group, weights))),
    Promise.all(unwanted.map((group) => toWord(reader, heads, group, weights))),
    Promise.all(requiredTerms.map((term) => lookUp(reader, heads, new Map([[term, 1]])))),
  ])
  const documents = heads.reduce((sum, head) => sum + head.docCount - head.removed.length, 0)
  const question = { heads, documents, excluded, required, weights }
  const correctThose = (suspects: readonly Word[]) =>
    Promise.all(
      suspects.map(async (word) => {
        word.alternatives = await correct(reader, heads, word.group, word.alternatives, weights)
      }),
    )
  const unknown = words.filter((word) => papersOf(word) < fewPapers)
  await correctThose(unknown)
  const matches = match(question, words)
  if (words.length > suspectsAtMost || (!matches.isRelaxed && matches.total >= fewMatches)) {
    return matches
  }
  const suspects = words.filter(
    (word) =>
      !unknown.includes(word) && !word.group.isCommon && papersOf(word) <= suspectShare * documents,
  )
  if (suspects.length === 0) return matches
  await correctThose(suspects)
  return match(question, words)
}

/** A word of the query with the terms that count for it. */
interface Word {
  group: WordGroup
  alternatives: Alternative[]
}

async function toWord(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  group: WordGroup,
  weights: Factors,
): Promise<Word> {
  return { group, alternatives: await expand(reader, heads, group, weights) }
}

function papersOf({ alternatives }: Word): number {
  return alternatives.reduce((sum, { holding }) => sum + holding, 0)
}

/** What papers are matched against besides the words that are looked for. */
interface Question {
  heads: readonly SegmentHead[]
  /** How many papers there are. */
  documents: number
  excluded: readonly Word[]
  required: readonly Alternative[][]
  weights: Factors
}

function match(question: Question, words: readonly Word[]): Matches {
  const { heads, documents, excluded, required, weights } = question
  // The index leaves the commonest words out of abstracts, so they cannot decide who is found.
  const telling = words.filter(({ group }) => !group.isCommon)
  const deciding = telling.length > 0 ? telling : words
  const needed = deciding.length
  const worths = new Map(deciding.map((word) => [word, worthOf(word, documents)]))
  const fullWorth = [...worths.values()].reduce((sum, worth) => sum + worth, 0)
  const scored = heads.map((head) => {
    const scoring = newScoring(head.docCount)
    const { scores, held, inTitle, worth } = scoring
    for (const word of words) addWord(head, word, documents, scoring, worths.get(word))
    for (let doc = 0; doc < head.docCount; doc++) {
      if (scores[doc] === 0) continue
      // A paper with all the words in its title is what was meant more often than not.
      const titled = (inTitle[doc] as number) / needed
      const covered = Math.min(1, (worth[doc] as number) / fullWorth)
      ;(scores[doc] as number) *=
        (1 + weights.titleBonus * titled ** 2) * covered ** weights.coverage
    }
    // Without a word that decides, every paper is a match to begin with.
    if (needed === 0) held.fill(1)
    for (const found of required) keepOnly(held, docsOf(head, found, 0))
    for (const { group, alternatives } of excluded) {
      for (const doc of docsOf(head, alternatives, group.fields)) held[doc] = 0
    }
    for (const doc of head.removed) held[doc] = 0
    return { head, scores, held }
  })
  const groups = words.map(withCorrections)
  let isRelaxed = true
  for (const share of shares) {
    const least = Math.max(1, Math.ceil(needed * share))
    const segments = scored.map(({ head, scores, held }) => collect(head, scores, held, least))
    const total = segments.reduce((sum, { docs }) => sum + docs.length, 0)
    if (share === 1 && total > 0) isRelaxed = false
    const isEnough = share < 1 || needed < manyWords || total >= enoughPapers
    if (total > 0 && isEnough) return { segments, total, isRelaxed, groups }
  }
  return { segments: [], total: 0, isRelaxed: false, groups }
}

function withCorrections({ group, alternatives }: Word): WordGroup {
  const corrections = alternatives.filter(({ isCorrection }) => isCorrection)
  return { ...group, corrections: corrections.map(({ term }) => term) }
}

/** How much it tells that a paper holds a word: little where half of the papers do. */
function worthOf({ alternatives }: Word, documents: number): number {
  return rarity(documents, Math.max(0, ...alternatives.map(({ holding }) => holding)))
}

/** What is worked out for the papers of one segment. */
interface Scoring {
  scores: Float32Array
  /** How many of the deciding words each paper holds. */
  held: Uint8Array
  /** How many of them in its title. */
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
  const { scores, held, inTitle, best, isSeen, isTitled } = scoring
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

function docsOf(head: SegmentHead, alternatives: readonly Alternative[], fields: number): number[] {
  const docs: number[] = []
  for (const alternative of alternatives) {
    const entry = entryIn(alternative, head)
    if (!entry) continue
    eachPosting(entry.bytes, entry.start, entry.end, (doc, _impact, mask) => {
      if (fields === 0 || (mask & fields) !== 0) docs.push(doc)
    })
  }
  return docs
}

function keepOnly(held: Uint8Array, docs: readonly number[]): void {
  const kept = new Uint8Array(held.length)
  for (const doc of docs) kept[doc] = 1
  for (let doc = 0; doc < held.length; doc++) if (kept[doc] === 0) held[doc] = 0
}

function collect(
  head: SegmentHead,
  scores: Float32Array,
  held: Uint8Array,
  least: number,
): SegmentMatches {
  const docs: number[] = []
  for (let doc = 0; doc < held.length; doc++) if ((held[doc] as number) >= least) docs.push(doc)
  return {
    head,
    docs: Int32Array.from(docs),
    scores: Float32Array.from(docs, (doc) => scores[doc] as number),
  }
}
