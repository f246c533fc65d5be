import type { Paper } from '../../model/paper.ts'
import { isFormOf, isTelling, shortestStem, type WordGroup } from '../query/word-groups.ts'
import { textOf } from '../segment/document.ts'
import { foldText, lettersOf } from '../text/fold.ts'

/** How much what only the text tells counts beside BM25F. */
interface Closeness {
  /** Neighbouring words of the query that are near each other in the text. */
  near: number
  /** How near any two words of a title are to each other, 0 to 1. */
  nearInTitle: number
  /** Pairs that are taken to stand apart in any case: of two words alone, nearness says little. */
  pairsApart: number
  /** The query is the title. */
  exactTitle: number
  /** The query is the name that the title begins with. */
  isNamed: number
  /** A paper of today, beside one of long ago; and one with many upvotes, beside one with none. */
  isFresh: number
  isVoted: number
}

export const closeness: Closeness = {
  ...{ near: 3, nearInTitle: 0.7, pairsApart: 2, exactTitle: 1, isNamed: 2 },
  ...{ isFresh: 0.04, isVoted: 0.06 },
}

/** Papers in the order of their scores, corrected by what only their text and counts tell. */
export function rerank(
  papers: readonly Paper[],
  scores: ReadonlyMap<string, number>,
  groups: readonly WordGroup[],
  now: number,
): Paper[] {
  const wanted = groups.filter((group) => !group.isExcluded)
  const words = wordsOfQuery(wanted)
  return papers
    .map((paper) => {
      const score = scores.get(paper.id) ?? 0
      return { paper, score: score * closenessOf(paper, wanted, words) * priorOf(paper, now) }
    })
    .sort((a, b) => b.score - a.score)
    .map(({ paper }) => paper)
}

const yearMs = 365 * 86_400_000

/** A small nudge between papers that match alike; it never beats a clearly better match. */
function priorOf({ publishedAt, upvotes }: Paper, now: number): number {
  const freshness = Math.exp(-Math.max(0, now - publishedAt) / yearMs)
  const favour = Math.log1p(upvotes) / Math.log1p(250)
  return 1 + closeness.isFresh * freshness + closeness.isVoted * Math.min(1, favour)
}

/**
 * The factor by which a paper's score grows for what the index does not hold: neighbouring
 * words of the query that are near each other in its text as well, and a title that is the
 * query.
 */
function closenessOf(paper: Paper, wanted: readonly WordGroup[], words: QueryWords): number {
  const { title, abs } = textOf(paper)
  const named = isNamed(title, wanted) ? closeness.isNamed : 0
  const pairs = wanted.length - 1
  if (pairs < 1) return 1 + named
  const near = nearnessOf(title, abs, pairs, words) / (pairs + closeness.pairsApart)
  const isTitle = wordsOf(title) === wanted.map(({ word }) => word).join(' ')
  return 1 + closeness.near * near + (isTitle ? closeness.exactTitle : 0) + named
}

/** True of `LoRA: Low-Rank Adaptation …` where `lora` is looked for, however it is written. */
function isNamed(title: string, wanted: readonly WordGroup[]): boolean {
  const end = title.indexOf(':')
  if (end < 0) return false
  const telling = wanted.filter(isTelling)
  return lettersOf(title.slice(0, end)) === telling.map(({ word }) => lettersOf(word)).join('')
}

/** Words further apart than this are not near at all. */
const farApart = 8

/**
 * The nearness of each two neighbours in the query, summed up: 1 for words side by side in
 * the order of the query, else 1 by the number of steps from one to the other, and one more
 * where they stand the other way round.
 */
function nearnessOf(title: string, abstract: string, pairs: number, words: QueryWords): number {
  const nearness = new Float64Array(pairs)
  const lastAt = new Float64Array(pairs + 1).fill(Number.NEGATIVE_INFINITY)
  const note = (pair: number, steps: number) => {
    if (steps <= farApart) nearness[pair] = Math.max(nearness[pair] as number, 1 / steps)
  }
  const inTitle = words.in(title)
  for (const { places, joins, at } of inTitle) step(places, joins, at)
  for (let pair = 0; pair < pairs; pair++) {
    if ((lastAt[pair] as number) > 0 && (lastAt[pair + 1] as number) > 0) {
      nearness[pair] = Math.max(nearness[pair] as number, closeness.nearInTitle)
    }
  }
  // The title's last word and the abstract's first do not stand side by side.
  const before = (inTitle.at(-1)?.at ?? 0) + farApart
  for (const { places, joins, at } of words.in(abstract)) step(places, joins, before + at)
  return nearness.reduce((sum, each) => sum + each, 0)

  function step(places: readonly number[], joins: readonly number[], now: number): void {
    for (const pair of joins) note(pair, 1)
    for (const place of places) {
      if (place > 0) note(place - 1, Math.max(1, now - (lastAt[place - 1] as number)))
      if (place < pairs) note(place, now - (lastAt[place + 1] as number) + 1)
    }
    for (const place of places) lastAt[place] = now
  }
}

/** What a word of a text is to a query. */
interface Standing {
  /** The words of the query that it stands for. */
  places: number[]
  /** Those for which it stands together with the next. */
  joins: number[]
}

interface QueryWords {
  /**
   * The words of a text that stand for one of the query's, each `at` so many words from the
   * beginning; a gap of more than {@link farApart} counts as one word more than that.
   */
  in(text: string): (Standing & { at: number })[]
}

function wordsOfQuery(wanted: readonly WordGroup[]): QueryWords {
  const known = new Map<string, Standing>()
  const inAscii = wordsBegunLike(wanted, '[a-z0-9]', 'g')
  const inAnyScript = wordsBegunLike(wanted, '[\\p{L}\\p{N}]', 'gu')
  return {
    in(text) {
      const folded = foldText(text)
      const found: (Standing & { at: number })[] = []
      let at = 0
      let end = 0
      // Nearly all words are none of the query's, and there are thousands: an expression, which is
      // compiled, passes them over.
      const { begunLike, words } = /[^ -~]/.test(folded) ? inAnyScript : inAscii
      for (const { 0: word, index } of folded.matchAll(begunLike)) {
        at += 1 + countUpTo(farApart + 1, words, folded.slice(end, index))
        end = index + word.length
        const standing = known.get(word) ?? standingOf(word, wanted)
        known.set(word, standing)
        if (standing.places.length + standing.joins.length > 0) found.push({ ...standing, at })
      }
      return found
    },
  }
}

/** Finds words, and those that begin as a form of one of the query's does. */
function wordsBegunLike(wanted: readonly WordGroup[], letter: string, flags: string) {
  const beginnings = new Set(
    wanted.flatMap(({ word, spelling, stem, corrections = [] }, place) => [
      ...[word, spelling, ...corrections, word + (wanted[place + 1]?.word ?? '')],
      ...(stem.length >= shortestStem ? [stem] : []),
    ]),
  )
  const written = [...beginnings].filter((each) => /^[\p{L}\p{N}]+(?:\.\p{N}+)*$/u.test(each))
  // Of none, nothing: an empty choice would be found everywhere.
  const choice = written.length > 0 ? written.join('|').replaceAll('.', '\\.') : '(?!)'
  return {
    // A version is one word, with its points.
    begunLike: new RegExp(`(?<!${letter}|\\d\\.)(?:${choice})${letter}*(?:\\.\\d+)*`, flags),
    words: new RegExp(`${letter}+`, flags),
  }
}

function countUpTo(most: number, expression: RegExp, text: string): number {
  expression.lastIndex = 0
  let count = 0
  while (count < most && expression.test(text)) count++
  return count
}

function standingOf(word: string, wanted: readonly WordGroup[]): Standing {
  const standing: Standing = { places: [], joins: [] }
  for (const [place, group] of wanted.entries()) {
    const next = wanted[place + 1]
    if (isFormOf(word, group) || group.corrections?.includes(word)) standing.places.push(place)
    if (next && word === group.word + next.word) standing.joins.push(place)
  }
  return standing
}

/** The words of a text, folded, with one space between. */
function wordsOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}
