import type { SegmentHead, TermList } from '../../model/search-index.ts'
import type { FoundTerm, IndexReader } from '../index-reader.ts'
import { spellBackwards } from '../segment/backwards.ts'
import { lastNotAfter } from '../segment/segment.ts'
import { stem } from '../text/stem.ts'
import { editDistance } from './edit-distance.ts'
import type { WordGroup } from './word-groups.ts'

/** A term that counts for a word of the query, and how much. */
export interface Alternative {
  term: string
  /** 1 for the word itself, less for another form of it. */
  factor: number
  /** Where it was found, segment by segment. */
  found: FoundTerm[]
  /** How many papers are taken to hold it, where its rarity is asked for. */
  holding: number
  isCorrection: boolean
}

/** How much another spelling, a title and a part of the words count. */
export interface Factors {
  sameStem: number
  joined: number
  completed: number
  /** For each edit away. */
  mistyped: number
  /** How much a paper gains by having all the words in its title. */
  titleBonus: number
  /** The power of the share of the words that a paper holds, by which its score falls. */
  coverage: number
}

export const factors: Factors = {
  sameStem: 0.5,
  joined: 0.9,
  completed: 0.6,
  mistyped: 0.6,
  titleBonus: 0.15,
  coverage: 2,
}

const last = '\uffff'
const shortestStem = 3
/** More letters than this are not taken off a word. */
const longestEnding = 10
/** A word's completions and corrections that are looked at, the most used first. */
const completionsAtMost = 16
const completionsOfALetterAtMost = 6
const correctionsAtMost = 16
/** A word that so few papers hold may be mistyped. */
export const fewPapers = 3
/** Words within reach of the edits that are counted, to see which are the most used. */
const candidatesAtMost = 64
/** Papers that completions may bring: a letter or two begin the words of half of them. */
const completedPapersAtMost = 12_000
const papersOfALetterAtMost = 3_000

/** The terms that count for a word: itself, its other forms, its completions. */
export async function expand(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  group: WordGroup,
  weights: Factors = factors,
): Promise<Alternative[]> {
  const wanted = new Map<string, number>([[group.word, 1]])
  for (const joined of group.joined) want(wanted, joined, weights.joined)
  const [, forms, completions] = await Promise.all([
    // Read ahead, while the other forms are looked for.
    lookUp(reader, heads, wanted),
    formsOf(reader, heads, group),
    group.isPrefix ? completionsOf(reader, heads, group.word) : [],
  ])
  for (const term of forms) want(wanted, term, weights.sameStem)
  for (const term of completions) want(wanted, term, weights.completed)
  return lookUp(reader, heads, wanted)
}

/**
 * What counts for a word with its corrections as well. They are all taken to be as usual as
 * the most used of them, as Lucene does (TopTermsBlendedFreqScoringRewrite): otherwise the
 * rarest word that looks alike would win, which is meant least often.
 */
export async function correct(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { word }: WordGroup,
  known: readonly Alternative[],
  { mistyped }: Factors = factors,
): Promise<Alternative[]> {
  const corrections = await correctionsOf(reader, heads, word)
  const others = corrections.filter(({ term }) => !known.some((each) => each.term === term))
  const wanted = new Map(others.map(({ term, distance }) => [term, mistyped ** distance]))
  const found = await lookUp(reader, heads, wanted)
  const holding = Math.max(...found.map((each) => each.holding))
  return [...known, ...found.map((each) => ({ ...each, holding, isCorrection: true }))]
}

function want(wanted: Map<string, number>, term: string, factor: number): void {
  wanted.set(term, Math.max(factor, wanted.get(term) ?? 0))
}

/** The terms as they are found, each with its factor; those that no paper holds are left out. */
export async function lookUp(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  wanted: ReadonlyMap<string, number>,
): Promise<Alternative[]> {
  const terms = [...wanted.keys()]
  const lists = await Promise.all(
    heads.map(async (head) => {
      const entries = await reader.words(head, terms)
      return Promise.all(entries.map((entry) => reader.postings(head, entry)))
    }),
  )
  const byTerm = Map.groupBy(lists.flat(), ({ term }) => term)
  return [...wanted].flatMap(([term, factor]) => {
    const found = byTerm.get(term)
    if (!found) return []
    return { term, factor, found, holding: countOf(found), isCorrection: false }
  })
}

function countOf(found: readonly { count: number }[]): number {
  return found.reduce((sum, { count }) => sum + count, 0)
}

/** Terms with the word's stem; a stem is always the beginning of its words. */
async function formsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  group: WordGroup,
): Promise<string[]> {
  if (group.stem.length < shortestStem) return []
  const terms = await wordsFrom(reader, heads, group.stem, 3)
  const longest = group.stem.length + longestEnding
  return [...terms.keys()].filter((term) => term.length <= longest && stem(term) === group.stem)
}

async function completionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  word: string,
): Promise<string[]> {
  // One or two letters begin too many words to look at them all.
  const isBegun = word.length < 3
  const terms = await wordsFrom(reader, heads, word, isBegun ? 1 : 3)
  const completions = mostUsed(terms, isBegun ? completionsOfALetterAtMost : completionsAtMost)
  const papersAtMost = isBegun ? papersOfALetterAtMost : completedPapersAtMost
  let papers = 0
  return completions.filter((term, i) => {
    papers += terms.get(term) ?? 0
    return i === 0 || papers <= papersAtMost
  })
}

/** The words that begin so, with the number of papers that hold them. */
async function wordsFrom(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  beginning: string,
  blocksAtMost: number,
  list: TermList = 'words',
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const lists = await Promise.all(
    heads.map((head) => reader.terms(head, list, beginning, beginning + last, blocksAtMost)),
  )
  for (const { term, count } of lists.flat()) counts.set(term, (counts.get(term) ?? 0) + count)
  return counts
}

function mostUsed(terms: ReadonlyMap<string, number>, atMost: number): string[] {
  return [...terms]
    .sort((a, b) => b[1] - a[1])
    .slice(0, atMost)
    .map(([term]) => term)
}

/**
 * Words one edit away (from four letters) or two (from eight). The word is split in two: an
 * edit leaves one part as it should be, so only words with the same beginning or, in the list
 * of words spelt backwards, the same end are looked at, and the one in which the letters at
 * the split are swapped. Of two edits, those are found that leave a part whole.
 */
async function correctionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  word: string,
): Promise<{ term: string; distance: number }[]> {
  const backwards = spellBackwards(word)
  if (!backwards) return []
  const edits = word.length >= 8 ? 2 : 1
  const at = cheapestSplit(heads, word, backwards)
  const swapped = `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`
  const [fromStart, fromEnd, fromSwap] = await Promise.all([
    wordsFrom(reader, heads, word.slice(0, at), correctionBlocks),
    wordsFrom(reader, heads, backwards.slice(0, word.length - at), correctionBlocks, 'backwards'),
    wordsFrom(reader, heads, swapped, 1),
  ])
  const candidates = new Set([...fromStart.keys(), ...fromSwap.keys()])
  for (const term of fromEnd.keys()) candidates.add(spellBackwards(term) ?? term)
  const near = [...candidates]
    .filter((term) => term !== word && mayBeNear(term, word, edits))
    .map((term) => ({ term, distance: editDistance(word, term, edits) }))
    .filter(({ distance }) => distance <= edits)
  const counted = (distance: number) =>
    withCounts(
      reader,
      heads,
      near.filter((each) => each.distance === distance).slice(0, candidatesAtMost),
    )
  const nearest = await counted(1)
  const held = nearest.reduce((sum, { count }) => sum + count, 0)
  // A word one edit away that papers hold is what was meant, whatever is two edits away.
  const others = held < fewPapers && edits > 1 ? await counted(2) : []
  return [...nearest, ...others].slice(0, correctionsAtMost)
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

/** Quickly false for most words that are too many edits apart: each changes two letters at most. */
function mayBeNear(a: string, b: string, edits: number): boolean {
  if (Math.abs(a.length - b.length) > edits) return false
  let letters = lettersOf(a) ^ lettersOf(b)
  let different = 0
  for (; letters !== 0; letters &= letters - 1) different++
  return different <= 2 * edits
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
    const blocks =
      blocksFrom(heads, 'words', word.slice(0, at)) +
      blocksFrom(heads, 'backwards', backwards.slice(0, word.length - at))
    return { at, blocks, offCentre: Math.abs(at - middle) }
  })
  splits.sort((a, b) => a.blocks - b.blocks || a.offCentre - b.offCentre)
  return splits[0]?.at ?? 1
}

/** How many blocks hold the words that begin so. */
function blocksFrom(heads: readonly SegmentHead[], list: TermList, beginning: string): number {
  return heads.reduce((sum, { firstTerms }) => {
    const from = Math.max(0, lastNotAfter(firstTerms[list], beginning))
    return sum + lastNotAfter(firstTerms[list], beginning + last) - from + 1
  }, 0)
}
