import type { Paper } from '../model/paper.ts'
import { cleanTex } from './text/clean-tex.ts'
import { foldText } from './text/fold.ts'
import { queryWords } from './text/query-words.ts'

/** A paper with its text folded once, so that every keystroke only compares. */
export interface Searchable {
  paper: Paper
  title: string
  authors: string
  abstract: string
}

const folded = new WeakMap<Paper, Searchable>()

/** Once for each paper, however often it is searched. */
export function toSearchable(paper: Paper): Searchable {
  const known = folded.get(paper) ?? fold(paper)
  folded.set(paper, known)
  return known
}

function fold(paper: Paper): Searchable {
  return {
    paper,
    title: searchedText(paper.title),
    authors: searchedText([...paper.authors, paper.organization?.fullName ?? ''].join(' ')),
    abstract: searchedText([paper.tldr ?? '', paper.abstract, ...paper.keywords].join(' ')),
  }
}

/** The text, and where it holds TeX the same without it. */
function searchedText(text: string): string {
  const words = cleanTex(text)
  return ` ${foldText(words === text ? text : `${text} ${words}`)}`
}

/** Points by field: a word of the title says more than one of the abstract. */
const points = { id: 1000, title: 8, authors: 6, abstract: 1 }
/** A word's beginning is a better match than its middle. */
const insideFactor = 0.25
const shortestInside = 3
/** A pasted page is searched by its first words. */
const wordsAtMost = 40

/**
 * The papers that hold every word of the query in title, authors, TL;DR or abstract (or
 * have it for their arXiv id), best first; of equals the newer. An empty query has none.
 */
export function scan(papers: readonly Searchable[], query: string): Paper[] {
  const words = [...new Set(queryWords(query))].slice(0, wordsAtMost)
  if (words.length === 0) return []
  return papers
    .map((searchable) => ({ paper: searchable.paper, score: scoreOf(searchable, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.paper.publishedAt - a.paper.publishedAt)
    .map(({ paper }) => paper)
}

function scoreOf(searchable: Searchable, words: readonly string[]): number {
  let total = 0
  for (const word of words) {
    const best = Math.max(
      searchable.paper.id === word ? points.id : 0,
      scoreField(searchable.title, word, points.title),
      scoreField(searchable.authors, word, points.authors),
      scoreField(searchable.abstract, word, points.abstract),
    )
    if (best === 0) return 0
    total += best
  }
  return total
}

function scoreField(text: string, word: string, points: number): number {
  let at = text.indexOf(word)
  if (at < 0) return 0
  while (at >= 0) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return points
    at = text.indexOf(word, at + 1)
  }
  // Two letters stand inside half of all words.
  return word.length < shortestInside ? 0 : points * insideFactor
}
