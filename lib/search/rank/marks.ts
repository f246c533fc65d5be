import type { MarkedText } from '../../model/hit.ts'
import { findMath } from '../../model/tex/find-math.ts'
import { tidyTex } from '../../model/tex/tidy-tex.ts'
import { isFormOf, isTelling, shortestStem, type WordGroup } from '../query/word-groups.ts'
import { type Token, tokenize } from '../text/tokenize.ts'

const snippetLength = 180

/** A text in runs, with every word of the query marked in whatever form it stands. */
export function markWords(text: string, groups: readonly WordGroup[]): MarkedText[] {
  const runs: MarkedText[] = []
  let at = 0
  for (const { start, end } of withoutOverlaps(rangesOf(text, groups))) {
    if (start > at) runs.push({ text: text.slice(at, start), isMarked: false })
    runs.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMarked: false })
  return runs
}

/**
 * The piece of a text in which most different words of the query stand, marked; undefined
 * when none does.
 */
export function markSnippet(
  source: string,
  groups: readonly WordGroup[],
): MarkedText[] | undefined {
  const text = tidyTex(source)
  const ranges = rangesOf(text, groups)
  let best: { start: number; words: number } | undefined
  for (const { start } of ranges) {
    const inside = ranges.filter(
      (range) => range.start >= start && range.end <= start + snippetLength,
    )
    const words = new Set(inside.map(({ group }) => group)).size
    if (!best || words > best.words) best = { start, words }
  }
  if (!best) return undefined
  const start = startBefore(text, best.start)
  const { from, to } = aroundFormulas(text, start, wordEnd(text, start + snippetLength))
  const piece = markWords(text.slice(from, to), groups)
  return [
    ...(from > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...piece,
    ...(to < text.length ? [{ text: ' …', isMarked: false }] : []),
  ]
}

interface Range {
  start: number
  end: number
  group: number
}

/** Where words of the query stand; pairs of characters overlap. */
function rangesOf(text: string, groups: readonly WordGroup[]): Range[] {
  const wanted = groups.filter(isTelling)
  if (wanted.length === 0) return []
  const mayHold = quickTest(wanted)
  const ranges: Range[] = []
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    if (!mayHold(run)) continue
    for (const token of tokenize(run)) {
      const inParts = partsOf(token, run).flatMap((part) => rangeOf(part, wanted))
      for (const { start, end, group } of inParts.length > 0 ? inParts : rangeOf(token, wanted)) {
        ranges.push({ start: index + start, end: index + end, group })
      }
    }
  }
  return ranges
}

/** How words that may be forms of one of the query begin, whatever marks are between the letters. */
const beginnings = new WeakMap<WordGroup, string>()

function beginningsOf({ word, joined, spelling, stem }: WordGroup): string {
  return [
    word,
    ...joined,
    ...(spelling ? [spelling] : []),
    ...(stem.length >= shortestStem ? [stem] : []),
  ]
    .map((each) => Array.from(each, (letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')))
    .map((letters) => letters.join("[-_']*"))
    .join('|')
}

/** Quickly false of most runs without a space in which no word of the query stands. */
function quickTest(wanted: readonly WordGroup[]): (run: string) => boolean {
  const choice = wanted.map((group) => {
    const known = beginnings.get(group) ?? beginningsOf(group)
    beginnings.set(group, known)
    return known
  })
  // What is beyond ASCII may look otherwise when it is folded.
  const begun = new RegExp(`${choice.join('|')}|[^ -~]`, 'i')
  return (run) => begun.test(run)
}

/** The parts that hyphens make of a word: of `few-shot` one may be meant, or both. */
export function partsOf(token: Token, text: string): Token[] {
  if (token.terms.length === 1) return []
  const pieces = text.slice(token.start, token.end).matchAll(/[^-‐‑_]+/g)
  return [...pieces].flatMap(({ 0: piece, index }) =>
    tokenize(piece).map((part) => ({
      ...part,
      start: token.start + index + part.start,
      end: token.start + index + part.end,
    })),
  )
}

function rangeOf({ terms, start, end }: Token, wanted: readonly WordGroup[]): Range[] {
  const group = wanted.findIndex((each) =>
    terms.some((term) => each.joined.includes(term) || isFormOf(term, each)),
  )
  return group >= 0 ? [{ start, end, group }] : []
}

function withoutOverlaps(ranges: readonly Range[]): Omit<Range, 'group'>[] {
  const apart: Omit<Range, 'group'>[] = []
  for (const { start, end } of ranges) {
    const before = apart.at(-1)
    if (before && start < before.end) before.end = Math.max(before.end, end)
    else apart.push({ start, end })
  }
  return apart
}

/** A piece of a text with the whole of the formulas in which it begins or ends. */
function aroundFormulas(text: string, from: number, to: number): { from: number; to: number } {
  const at = (place: number) =>
    findMath(text).find(({ start, end }) => start < place && place < end)
  return { from: at(from)?.start ?? from, to: at(to)?.end ?? to }
}

/** A few words before a place; the place itself where what is before it has no space, as an address. */
function startBefore(text: string, place: number): number {
  if (place <= 30) return 0
  const space = text.indexOf(' ', place - 30)
  return space >= 0 && space < place ? space + 1 : place
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  return Math.max(text.lastIndexOf(' ', at), at - 40)
}
