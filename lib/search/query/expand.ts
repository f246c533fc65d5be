import type { SegmentHead } from '../../model/search-index.ts'
import type { FoundTerm, IndexReader } from '../index-reader.ts'
import { spellBackwards } from '../segment/backwards.ts'
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
}

/** How much another spelling counts beside the word itself. */
export interface Factors {
  sameStem: number
  joined: number
  completed: number
  /** For each edit away. */
  mistyped: number
  /** How much a paper gains by having all the words in its title. */
  titleBonus: number
}

export const factors: Factors = {
  sameStem: 0.5,
  joined: 0.9,
  completed: 0.6,
  mistyped: 0.6,
  titleBonus: 0.3,
}

const last = '\uffff'
const shortestStem = 3
/** A word's completions and corrections that are looked at, the most used first. */
const completionsAtMost = 16
const correctionsAtMost = 8
/** A word that so few papers hold may be mistyped. */
const fewPapers = 3

/** The terms that count for a word: itself, its other forms, its completions, its corrections. */
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
  const found = await lookUp(reader, heads, wanted)
  if (group.isExcluded || papersOf(found) >= fewPapers) return found
  for (const { term, distance } of await correctionsOf(reader, heads, group.word)) {
    want(wanted, term, weights.mistyped ** distance)
  }
  return lookUp(reader, heads, wanted)
}

function want(wanted: Map<string, number>, term: string, factor: number): void {
  wanted.set(term, Math.max(factor, wanted.get(term) ?? 0))
}

function papersOf(alternatives: readonly Alternative[]): number {
  return alternatives.reduce(
    (sum, { found }) => sum + found.reduce((papers, { count }) => papers + count, 0),
    0,
  )
}

/** The terms as they are found, each with its factor; those that no paper holds are left out. */
export async function lookUp(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  wanted: ReadonlyMap<string, number>,
): Promise<Alternative[]> {
  const alternatives = await Promise.all(
    [...wanted].map(async ([term, factor]) => {
      const found = await Promise.all(heads.map((head) => reader.term(head, term)))
      return { term, factor, found: found.filter((entry) => entry !== undefined) }
    }),
  )
  return alternatives.filter(({ found }) => found.length > 0)
}

/** Terms with the word's stem; a stem is always the beginning of its words. */
async function formsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  group: WordGroup,
): Promise<string[]> {
  if (group.stem.length < shortestStem) return []
  const terms = await wordsFrom(reader, heads, group.stem, 3)
  return [...terms.keys()].filter((term) => stem(term) === group.stem)
}

async function completionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  word: string,
): Promise<string[]> {
  // One or two letters begin too many words to look at them all.
  const terms = await wordsFrom(reader, heads, word, word.length < 3 ? 1 : 3)
  return mostUsed(terms, completionsAtMost)
}

/** The words that begin so, with the number of papers that hold them. */
async function wordsFrom(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  beginning: string,
  blocksAtMost: number,
  list: 'words' | 'backwards' = 'words',
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
 * Words one edit away (from four letters) or two (from eight). With one edit either the
 * first or the second half is as it should be, with two one of three thirds: so only words
 * with the same beginning or, in the list of words spelt backwards, the same end are looked
 * at. Two edits that hit both are not found.
 */
async function correctionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  word: string,
): Promise<{ term: string; distance: number }[]> {
  const backwards = spellBackwards(word)
  if (!backwards) return []
  const edits = word.length >= 8 ? 2 : 1
  const kept = Math.max(2, Math.floor(word.length / (edits + 1)))
  const [fromStart, fromEnd] = await Promise.all([
    wordsFrom(reader, heads, word.slice(0, kept), 4),
    wordsFrom(reader, heads, backwards.slice(0, kept), 4, 'backwards'),
  ])
  const candidates = new Map(fromStart)
  for (const [term, count] of fromEnd) candidates.set(spellBackwards(term) ?? term, count)
  return [...candidates]
    .filter(([term]) => Math.abs(term.length - word.length) <= edits && term !== word)
    .map(([term, count]) => ({ term, count, distance: editDistance(word, term, edits) }))
    .filter(({ distance }) => distance <= edits)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, correctionsAtMost)
}
