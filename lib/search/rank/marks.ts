import type { MarkedText } from '../../model/hit.ts'
import { findMath } from '../../model/tex/find-math.ts'
import { tidyTex } from '../../model/tex/tidy-tex.ts'
import type { WordGroup } from '../query/word-groups.ts'
import { foldText } from '../text/fold.ts'

const snippetLength = 180

/** A text in runs, with every word of the query marked in whatever form it stands. */
export function markWords(text: string, groups: readonly WordGroup[]): MarkedText[] {
  const runs: MarkedText[] = []
  let at = 0
  for (const { start, end } of rangesOf(text, groups)) {
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
  const start = wordStart(text, best.start - 30)
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

function rangesOf(text: string, groups: readonly WordGroup[]): Range[] {
  const wanted = groups.filter(({ isExcluded, isCommon }) => !isExcluded && !isCommon)
  if (wanted.length === 0) return []
  const forms = wanted.map((group) => formsOf(group))
  const ranges: Range[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = foldText(match[0])
    const group = forms.findIndex((form) => form(word))
    if (group >= 0) ranges.push({ start: match.index, end: match.index + match[0].length, group })
  }
  return ranges
}

/** Tells whether a folded word of a text is a form of a word of the query. */
function formsOf({ word, stem, isPrefix }: WordGroup): (word: string) => boolean {
  return (other) =>
    other === word ||
    (isPrefix && other.startsWith(word)) ||
    (stem.length > 2 && other.startsWith(stem) && other.length <= word.length + 4)
}

/** A piece of a text with the whole of the formulas in which it begins or ends. */
function aroundFormulas(text: string, from: number, to: number): { from: number; to: number } {
  const at = (place: number) =>
    findMath(text).find(({ start, end }) => start < place && place < end)
  return { from: at(from)?.start ?? from, to: at(to)?.end ?? to }
}

function wordStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.indexOf(' ', at) + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  return Math.max(text.lastIndexOf(' ', at), at - 40)
}
