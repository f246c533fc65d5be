import type { SegmentHead } from '../../model/search-index.ts'
import type { IndexReader } from '../index-reader.ts'
import { fieldBits } from '../segment/fields.ts'
import { highestImpact, rarity } from '../segment/impact.ts'
import { eachPosting } from '../segment/postings.ts'
import { type Alternative, expand, type Factors, factors, lookUp } from './expand.ts'
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
}

/** Groups are counted in a byte. */
const groupsAtMost = 64

/** The shares of the words that must be held, tried in turn until papers are found. */
const shares = [1, 0.5, 0.3]

/**
 * The papers that hold every word of the query, scored by BM25F; where there are none, those
 * that hold most of them. `requiredTerms` must be there in any case and score nothing.
 */
export async function evaluate(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  groups: readonly WordGroup[],
  requiredTerms: readonly string[] = [],
  weights: Factors = factors,
): Promise<Matches> {
  const { titleBonus } = weights
  const asked = groups.slice(0, groupsAtMost)
  const wanted = asked.filter((group) => !group.isExcluded)
  const unwanted = asked.filter((group) => group.isExcluded)
  const [expanded, excluded, required] = await Promise.all([
    Promise.all(wanted.map((group) => expand(reader, heads, group, weights))),
    Promise.all(unwanted.map((group) => expand(reader, heads, group, weights))),
    Promise.all(requiredTerms.map((term) => lookUp(reader, heads, new Map([[term, 1]])))),
  ])
  const documents = heads.reduce((sum, head) => sum + head.docCount - head.removed.length, 0)
  // The index leaves the commonest words out of abstracts, so they cannot decide who is found.
  const deciding = wanted.filter((group) => !group.isCommon)
  const needed = (deciding.length > 0 ? deciding : wanted).length
  const scored = heads.map((head) => {
    const scores = new Float32Array(head.docCount)
    // Without a word that decides, every paper is a match to begin with.
    const held = new Uint8Array(head.docCount).fill(needed === 0 ? 1 : 0)
    const inTitle = new Uint8Array(head.docCount)
    for (const [i, group] of wanted.entries()) {
      const decides = deciding.length === 0 || !group.isCommon
      addGroup(head, group, expanded[i] ?? [], documents, { scores, held, inTitle }, decides)
    }
    favourTitles(scores, inTitle, needed, titleBonus)
    for (const found of required) keepOnly(held, docsOf(head, found, 0))
    for (const [i, found] of excluded.entries()) {
      for (const doc of docsOf(head, found, unwanted[i]?.fields ?? 0)) held[doc] = 0
    }
    for (const doc of head.removed) held[doc] = 0
    return { head, scores, held }
  })
  for (const share of shares) {
    const least = Math.max(1, Math.ceil(needed * share))
    const segments = scored.map(({ head, scores, held }) => collect(head, scores, held, least))
    const total = segments.reduce((sum, { docs }) => sum + docs.length, 0)
    if (total > 0) return { segments, total, isRelaxed: share < 1 }
  }
  return { segments: [], total: 0, isRelaxed: false }
}

/** What is worked out for the papers of one segment. */
interface Scoring {
  scores: Float32Array
  /** How many of the deciding words each paper holds. */
  held: Uint8Array
  /** How many of them in its title. */
  inTitle: Uint8Array
}

/** Adds the best score of each paper for one word, over all the terms that count for it. */
function addGroup(
  head: SegmentHead,
  group: WordGroup,
  alternatives: readonly Alternative[],
  documents: number,
  { scores, held, inTitle }: Scoring,
  decides: boolean,
): void {
  const exact = alternatives.find(({ factor }) => factor === 1)
  const highest = exact ? rarity(documents, papersIn(exact)) : Number.POSITIVE_INFINITY
  const best = new Float32Array(head.docCount)
  const isTitled = new Uint8Array(head.docCount)
  const isSeen = new Uint8Array(head.docCount)
  const touched: number[] = []
  for (const alternative of alternatives) {
    const entry = entryIn(alternative, head)
    if (!entry) continue
    // Another form of a common word is not worth more than the word itself by being rare.
    const worth = Math.min(highest, rarity(documents, papersIn(alternative))) * alternative.factor
    const unit = worth / highestImpact
    eachPosting(entry.bytes, entry.start, entry.end, (doc, impact, mask) => {
      if (group.fields !== 0 && (mask & group.fields) === 0) return
      const known = best[doc] as number
      if (isSeen[doc] === 0) touched.push(doc)
      isSeen[doc] = 1
      if (mask & fieldBits.title) isTitled[doc] = 1
      if (impact * unit > known) best[doc] = impact * unit
    })
  }
  for (const doc of touched) {
    scores[doc] = (scores[doc] as number) + (best[doc] as number)
    if (!decides) continue
    held[doc] = (held[doc] as number) + 1
    inTitle[doc] = (inTitle[doc] as number) + (isTitled[doc] as number)
  }
}

function entryIn({ found }: Alternative, head: SegmentHead) {
  return found.find(({ segment }) => segment.id === head.id)
}

function papersIn({ found }: Alternative): number {
  return found.reduce((sum, { count }) => sum + count, 0)
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

/** A paper with all the words in its title is what was meant more often than not. */
function favourTitles(
  scores: Float32Array,
  inTitle: Uint8Array,
  needed: number,
  bonus: number,
): void {
  if (needed === 0) return
  for (let doc = 0; doc < scores.length; doc++) {
    const share = (inTitle[doc] as number) / needed
    if (share > 0) scores[doc] = (scores[doc] as number) * (1 + bonus * share * share)
  }
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
