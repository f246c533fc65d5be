import type { SegmentHead } from '../../model/search-index.ts'
import type { IndexReader } from '../index-reader.ts'
import { spellBackwards } from '../segment/backwards.ts'
import { distanceToBeginning, editDistance, editsAllowed } from './edit-distance.ts'
import {
  type Alternative,
  blocksFrom,
  countOf,
  type Factors,
  factors,
  lookUp,
  wordsFrom,
} from './expand.ts'
import type { Correction, Word } from './question.ts'
import type { WordGroup } from './word-groups.ts'

/** A word's corrections that are looked at, the most used first. */
const correctionsAtMost = 16
/** A word that so few papers hold may be mistyped. */
export const fewPapers = 3
/** Words within reach of the edits that are counted, to see which are the most used. */
const candidatesAtMost = 64

/**
 * What counts for a word with its corrections as well. They are all taken to be as usual as
 * the most used of them, as Lucene does (TopTermsBlendedFreqScoringRewrite): otherwise the
 * rarest word that looks alike would win, which is meant least often.
 */
export async function correct(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { group, alternatives: known, corrections }: Word,
  { mistyped }: Factors = factors,
): Promise<Alternative[]> {
  const meant = corrections ?? (await correctionsOf(reader, heads, group))
  const before = new Map(known.map(({ term, factor }) => [term, factor]))
  const wanted = new Map(
    meant
      .map(({ term, distance }) => [term, mistyped ** distance] as const)
      .filter(([term, factor]) => factor > (before.get(term) ?? 0)),
  )
  const found = await lookUp(reader, heads, wanted)
  const holding = Math.max(...found.map((each) => each.holding))
  return [
    ...known.filter(({ term }) => !wanted.has(term)),
    ...found.map((each) => ({ ...each, holding, isCorrection: true })),
  ]
}

/**
 * Words one edit away (from four letters) or two (from eight). The word is split in two: an
 * edit leaves one part as it should be, so only words with the same beginning or, in the list
 * of words spelt backwards, the same end are looked at, and the one in which the letters at
 * the split are swapped. Of two edits, those are found that leave a part whole. A word that is
 * still being typed may be one edit away from the beginning of a longer one.
 */
export async function correctionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { word, isPrefix: isBegun }: WordGroup,
): Promise<Correction[]> {
  const backwards = spellBackwards(word)
  if (!backwards) return []
  const edits = editsAllowed(word)
  const at = cheapestSplit(heads, word, backwards)
  const swapped = `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`
  const [fromStart, fromEnd, fromSwap] = await Promise.all([
    wordsFrom(reader, heads, word.slice(0, at), correctionBlocks),
    wordsFrom(reader, heads, backwards.slice(0, word.length - at), correctionBlocks, 'backwards'),
    wordsFrom(reader, heads, swapped, 1),
  ])
  // A word spelt backwards has the same letters: of thousands, few have to be spelt back again.
  const mayBeMeant = nearness(word, edits)
  const candidates = new Set([...fromStart.keys(), ...fromSwap.keys()].filter(mayBeMeant))
  for (const term of fromEnd.keys()) {
    if (mayBeMeant(term)) candidates.add(spellBackwards(term) ?? term)
  }
  candidates.delete(word)
  const near = [...candidates].map((term) => ({ term, distance: editDistance(word, term, edits) }))
  const counted = (terms: readonly Correction[]) =>
    withCounts(reader, heads, terms.slice(0, candidatesAtMost))
  const nearest = await counted(near.filter(({ distance }) => distance === 1))
  // A word one edit away that papers hold is what was meant, whatever else is near.
  if (countOf(nearest) >= fewPapers) return nearest.slice(0, correctionsAtMost)
  const further = near.filter(({ distance }) => distance === 2 && distance <= edits)
  const longer = isBegun ? beginningNear(word, fromStart) : []
  return [...nearest, ...(await counted([...longer, ...further]))].slice(0, correctionsAtMost)
}

/** The words, the most used first, of which a beginning is one edit away from one begun. */
function beginningNear(begun: string, counts: ReadonlyMap<string, number>): Correction[] {
  const mayBeMeant = nearness(begun, 1)
  return [...counts]
    .filter(
      ([term]) =>
        term.length > begun.length &&
        mayBeMeant(term.slice(0, begun.length)) &&
        distanceToBeginning(begun, term, 1) === 1,
    )
    .sort(([, a], [, b]) => b - a)
    .map(([term]) => ({ term, distance: 1 }))
}

/** Terms with how many papers hold each, the most used first. */
async function withCounts<Named extends { term: string }>(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  terms: readonly Named[],
): Promise<(Named & { count: number })[]> {
  const asked = terms.map(({ term }) => term)
  const lists = await Promise.all(heads.map((head) => reader.words(head, asked)))
  const byTerm = Map.groupBy(lists.flat(), ({ term }) => term)
  return terms
    .map((each) => ({ ...each, count: countOf(byTerm.get(each.term) ?? []) }))
    .sort((a, b) => b.count - a.count)
}

/** Quickly false of most words that are more edits away: each changes two letters at most. */
function nearness(word: string, edits: number): (other: string) => boolean {
  const { length } = word
  const own = lettersOf(word)
  return (other) => {
    if (other.length > length + edits || other.length < length - edits) return false
    let letters = lettersOf(other) ^ own
    let different = 0
    for (; letters !== 0; letters &= letters - 1) different++
    return different <= 2 * edits
  }
}

/** A bit for each letter that a word has. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** Blocks read for one part of a word at most; nineteen words of twenty need five for both. */
const correctionBlocks = 16

/** Where to split a word so that the fewest blocks hold the words with either part. */
function cheapestSplit(heads: readonly SegmentHead[], word: string, backwards: string): number {
  const middle = word.length / 2
  const splits = Array.from({ length: word.length - 1 }, (_, i) => {
    const at = i + 1
    const ending = backwards.slice(0, word.length - at)
    const blocks = heads.reduce(
      (sum, head) =>
        sum + blocksFrom(head, 'words', word.slice(0, at)) + blocksFrom(head, 'backwards', ending),
      0,
    )
    return { at, blocks, offCentre: Math.abs(at - middle) }
  })
  splits.sort((a, b) => a.blocks - b.blocks || a.offCentre - b.offCentre)
  return splits[0]?.at ?? 1
}
