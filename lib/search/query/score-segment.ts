import type { SegmentHead } from '../../model/search-index.ts'
import { fieldBits, usualMask } from '../segment/fields.ts'
import { highestImpact, rarity } from '../segment/impact.ts'
import { markPapers, type PostingCursor, postingsFrom } from '../segment/postings.ts'
import type { Alternative } from './expand.ts'
import type { Question, SegmentMatches, TermsInFields, Word } from './question.ts'

/**
 * Papers worked through at a time, all words for some before any word for the next: what is
 * noted of them is small, used again for the next, and stays in the processor's cache
 * (Lucene's BooleanScorer does the same).
 */
const windowDocs = 4096

/** What is noted of the papers of a window, by their place in it. */
const scores = new Float32Array(windowDocs)
/** How many of the deciding words each holds, in its title, and how much these tell. */
const held = new Uint8Array(windowDocs)
const inTitle = new Uint8Array(windowDocs)
const worth = new Float32Array(windowDocs)
/** The best score of each for the word under way, and the last word found in its title. */
const best = new Float32Array(windowDocs)
const lastTitled = new Uint8Array(windowDocs)
/** The papers that hold a deciding word. */
const holding = new Uint16Array(windowDocs)
const isUnwanted = new Uint8Array(windowDocs)
const isRequired = new Uint8Array(windowDocs)

/** Matches that there is room for before the arrays grow. */
const roomAtFirst = 1024

/** A word with the postings of its terms in one segment. */
interface WordPostings {
  terms: { postings: PostingCursor; unit: number }[]
  /** 0: in any. */
  fields: number
  /** What it tells that a paper holds it; undefined for a word that does not decide. */
  worth: number | undefined
  /** How many deciding words a paper must hold before it, to still hold enough in the end. */
  needed: number
}

/**
 * The papers of a segment that hold at least so many of the `deciding` words, scored by BM25F
 * for all `words`.
 */
export function scoreSegment(
  head: SegmentHead,
  question: Question,
  words: readonly Word[],
  deciding: readonly Word[],
  least: number,
): SegmentMatches {
  const { documents, weights, allows } = question
  const read = postingsOf(head, words, deciding, least, documents)
  const fullWorth = read.reduce((sum, { worth }) => sum + (worth ?? 0), 0)
  const here = ({ alternatives, fields }: TermsInFields) => ({
    terms: termsIn(alternatives, head),
    fields,
  })
  const excluded = question.excluded.map(here)
  const required = question.required.map(here)
  const isAllowed = allows?.(head)
  const mayLack = least < deciding.length
  let docs = new Uint32Array(roomAtFirst)
  let totals = new Float32Array(roomAtFirst)
  let length = 0
  let removedAt = 0
  for (let from = 0; from < head.docCount; from += windowDocs) {
    const limit = Math.min(from + windowDocs, head.docCount)
    clear()
    let count = 0
    for (const [i, word] of read.entries()) count = addWord(word, i + 1, from, limit, count)
    if (deciding.length === 0) count = holdAll(limit - from)
    for (; (head.removed[removedAt] ?? limit) < limit; removedAt++) {
      isUnwanted[(head.removed[removedAt] as number) - from] = 1
    }
    for (const { terms, fields } of excluded) markPapers(isUnwanted, terms, fields, from, limit)
    for (const { terms, fields } of required) {
      isRequired.fill(0)
      markPapers(isRequired, terms, fields, from, limit)
      for (let i = 0; i < limit - from; i++) if (isRequired[i] === 0) isUnwanted[i] = 1
    }
    if (length + count > docs.length) {
      docs = inLarger(docs, new Uint32Array((length + count) * 2))
      totals = inLarger(totals, new Float32Array((length + count) * 2))
    }
    for (let i = 0; i < count; i++) {
      const place = holding[i] as number
      if ((held[place] as number) < least || isUnwanted[place] === 1) continue
      if (isAllowed && !isAllowed(from + place)) continue
      let score = scores[place] as number
      // A paper with all the words in its title is what was meant more often than not.
      const titled = inTitle[place] as number
      if (titled > 0) score *= 1 + weights.titleBonus * (titled / deciding.length) ** 2
      if (mayLack && (held[place] as number) < deciding.length) {
        score *= ((worth[place] as number) / fullWorth) ** weights.coverage
      }
      docs[length] = from + place
      totals[length++] = score
    }
  }
  return { head, docs: docs.subarray(0, length), scores: totals.subarray(0, length) }
}

function inLarger<List extends Uint32Array | Float32Array>(list: List, larger: List): List {
  larger.set(list)
  return larger
}

/** Before each window, not after: an error midway must leave nothing behind. */
function clear(): void {
  for (const notes of [scores, held, inTitle, worth, lastTitled, isUnwanted]) {
    notes.fill(0)
  }
}

/** The words, the rarest of those that decide first: it leaves fewest papers to the others. */
function postingsOf(
  head: SegmentHead,
  words: readonly Word[],
  deciding: readonly Word[],
  least: number,
  documents: number,
): WordPostings[] {
  const byWorth = deciding
    .map((word) => ({ word, worth: worthOf(word, documents) as number | undefined }))
    .sort((a, b) => (b.worth as number) - (a.worth as number))
  const others = words.filter((word) => !deciding.includes(word))
  return [...byWorth, ...others.map((word) => ({ word, worth: undefined }))].map(
    ({ word: { group, alternatives }, worth }, i) => ({
      terms: scoredTerms(alternatives, head, documents),
      fields: group.fields,
      worth,
      needed: Math.max(0, Math.min(i, deciding.length) - (deciding.length - least)),
    }),
  )
}

/** How much it tells that a paper holds a word: little where half of the papers do. */
function worthOf({ alternatives }: Word, documents: number): number {
  return rarity(documents, Math.max(0, ...alternatives.map(({ holding }) => holding)))
}

function scoredTerms(
  alternatives: readonly Alternative[],
  head: SegmentHead,
  documents: number,
): WordPostings['terms'] {
  // Another form of a common word is not worth more than the word itself by being rare, nor,
  // where that is not there, more than what is used most instead.
  const exact = alternatives.find(({ factor }) => factor === 1)
  const usual = exact?.holding ?? Math.max(0, ...alternatives.map(({ holding }) => holding))
  const highest = rarity(documents, usual)
  return alternatives.flatMap((alternative) => {
    const rare = Math.min(highest, rarity(documents, alternative.holding))
    const unit = (rare * alternative.factor) / highestImpact
    return termsIn([alternative], head).map((postings) => ({ postings, unit }))
  })
}

function termsIn(alternatives: readonly Alternative[], head: SegmentHead): PostingCursor[] {
  return alternatives.flatMap(({ found }) => {
    const entry = found.find(({ segment }) => segment.id === head.id)
    return entry ? [postingsFrom(entry.bytes, entry.start, entry.end)] : []
  })
}

/**
 * Adds a word, the `nth` from 1 on, to the papers of a window, each by its best score over all the
 * terms that count for it; returns how many papers hold a deciding word by now.
 */
function addWord(
  word: WordPostings,
  nth: number,
  from: number,
  limit: number,
  holdingBefore: number,
): number {
  const { fields, needed, worth: wordWorth = 0 } = word
  const isDeciding = word.worth !== undefined
  let holdingCount = holdingBefore
  best.fill(0)
  for (const { postings, unit } of word.terms) {
    const { bytes, end } = postings
    let { at, doc } = postings
    // As `readBefore` reads them, but noted as they are read: each list that is written first and
    // read again costs a page that has just opened as much as all the rest of a posting.
    while (at < end) {
      let next = at
      let byte = bytes[next++] as number
      let head = byte & 0x7f
      for (let shift = 7; byte >= 0x80 && next < end; shift += 7) {
        byte = bytes[next++] as number
        head |= (byte & 0x7f) << shift
      }
      const following = doc + (head >>> 1) + 1
      if (following >= limit) break
      doc = following
      const hasMask = head & 1
      at = next + 1 + hasMask
      const place = doc - from
      const heldBefore = held[place] as number
      if (heldBefore < needed) continue
      const mask = hasMask === 0 ? usualMask : (bytes[next + 1] as number)
      if (fields !== 0 && (mask & fields) === 0) continue
      const score = (bytes[next] as number) * unit
      const before = best[place] as number
      if (score > before) {
        best[place] = score
        scores[place] = (scores[place] as number) + score - before
        if (before === 0 && isDeciding) {
          if (heldBefore === 0) holding[holdingCount++] = place
          held[place] = heldBefore + 1
          worth[place] = (worth[place] as number) + wordWorth
        }
      }
      if ((mask & fieldBits.title) !== 0 && isDeciding && lastTitled[place] !== nth) {
        lastTitled[place] = nth
        inTitle[place] = (inTitle[place] as number) + 1
      }
    }
    postings.at = at
    postings.doc = doc
  }
  return holdingCount
}

/** Without a word that decides, every paper is a match. */
function holdAll(count: number): number {
  for (let place = 0; place < count; place++) holding[place] = place
  return count
}
