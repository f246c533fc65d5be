import type { SegmentHead, TermList } from '../../model/search-index.ts'
import type { FoundTerm, IndexReader } from '../index-reader.ts'
import { lastNotAfter } from '../segment/segment.ts'
import { stem } from '../text/stem.ts'
import { shortestStem, type WordGroup } from './word-groups.ts'

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

/** After every word that begins so. */
const last = '\uffff'
/** More letters than this are not taken off a word. */
const longestEnding = 10
/** A word's completions that are looked at, the most used first. */
const completionsAtMost = 16
const completionsOfALetterAtMost = 6
/** Papers that completions may bring: a letter or two begin the words of half of them. */
const completedPapersAtMost = 12_000
const papersOfALetterAtMost = 3_000

/** What counts for a word. */
export interface Expansion {
  /** The terms, each with its factor: itself, its other forms, its completions. */
  terms: Map<string, number>
  /** It is being typed, and not all words that it may become are among them. */
  isOpen: boolean
}

/** The terms that count for a word. */
export async function expand(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  group: WordGroup,
  weights: Factors = factors,
): Promise<Expansion> {
  const wanted = new Map<string, number>([[group.word, 1]])
  for (const joined of group.joined) want(wanted, joined, weights.joined)
  if (group.spelling) want(wanted, group.spelling, weights.joined)
  const [forms, completions] = await Promise.all([
    formsOf(reader, heads, group),
    group.isPrefix ? completionsOf(reader, heads, group.word) : noCompletions,
    // Read ahead, so that all postings are the next to be read.
    ...heads.map((head) => reader.words(head, [...wanted.keys()])),
  ])
  for (const term of forms) want(wanted, term, weights.sameStem)
  for (const term of completions.terms) want(wanted, term, weights.completed)
  return { terms: wanted, isOpen: completions.isOpen }
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
    heads.map(async (head) => reader.postings(head, await reader.words(head, terms))),
  )
  const byTerm = Map.groupBy(lists.flat(), ({ term }) => term)
  return [...wanted].flatMap(([term, factor]) => {
    const found = byTerm.get(term)
    if (!found) return []
    return { term, factor, found, holding: countOf(found), isCorrection: false }
  })
}

/** How many papers hold one of some terms, a paper that holds two counted twice. */
export async function countPapers(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  terms: readonly string[],
): Promise<number> {
  const lists = await Promise.all(heads.map((head) => reader.words(head, terms)))
  return countOf(lists.flat())
}

export function countOf(found: readonly { count: number }[]): number {
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

const noCompletions = { terms: [], isOpen: false }

/** The completions of a word that are looked at; it stays open where there are more. */
async function completionsOf(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  word: string,
): Promise<{ terms: string[]; isOpen: boolean }> {
  // One or two letters begin too many words to look at them all.
  const isBegun = word.length < 3
  const blocks = isBegun ? 1 : 3
  const terms = await wordsFrom(reader, heads, word, blocks)
  const completions = mostUsed(terms, isBegun ? completionsOfALetterAtMost : completionsAtMost)
  const papersAtMost = isBegun ? papersOfALetterAtMost : completedPapersAtMost
  let papers = 0
  const chosen = completions.filter((term, i) => {
    papers += terms.get(term) ?? 0
    return i === 0 || papers <= papersAtMost
  })
  const isCut = heads.some((head) => blocksFrom(head, 'words', word) > blocks)
  return { terms: chosen, isOpen: isCut || chosen.length < terms.size }
}

/** How many blocks of a segment hold the words that begin so. */
export function blocksFrom({ firstTerms }: SegmentHead, list: TermList, beginning: string): number {
  const from = Math.max(0, lastNotAfter(firstTerms[list], beginning))
  return lastNotAfter(firstTerms[list], beginning + last) - from + 1
}

/** The words that begin so, with the number of papers that hold them. */
export async function wordsFrom(
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
