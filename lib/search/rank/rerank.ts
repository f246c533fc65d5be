import type { Paper } from '../../model/paper.ts'
import type { WordGroup } from '../query/word-groups.ts'
import { textOf } from '../segment/document.ts'
import { foldText } from '../text/fold.ts'

/** How much what only the text tells counts beside BM25F. */
interface Closeness {
  /** Neighbouring words of the query that are neighbours in the text. */
  neighbours: number
  /** The query is the title. */
  exactTitle: number
  /** A paper of today, beside one of long ago; and one with many upvotes, beside one with none. */
  isFresh: number
  isVoted: number
}

const closeness: Closeness = {
  ...{ neighbours: 1, exactTitle: 1 },
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
  const pairs = wanted.slice(1).map((group, i) => pairOf(wanted[i] as WordGroup, group))
  return papers
    .map((paper) => {
      const score = scores.get(paper.id) ?? 0
      return { paper, score: score * closenessOf(paper, wanted, pairs) * priorOf(paper, now) }
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
 * The factor by which a paper's score grows for what the index does not hold: words of the
 * query that stand side by side in its text as well, and a title that is the query.
 */
function closenessOf(paper: Paper, wanted: readonly WordGroup[], pairs: readonly RegExp[]): number {
  if (pairs.length === 0) return 1
  const { title, abs } = textOf(paper)
  const text = foldText(`${title}\n${abs}`)
  const near = pairs.filter((pair) => pair.test(text)).length / pairs.length
  const isTitle = wordsOf(title) === wanted.map(({ word }) => word).join(' ')
  return 1 + closeness.neighbours * near + (isTitle ? closeness.exactTitle : 0)
}

/** Two words side by side, in any of their forms. */
function pairOf(first: WordGroup, second: WordGroup): RegExp {
  const form = ({ word, stem }: WordGroup) => `${escapeForRegExp(stem || word)}[\\p{L}]*`
  return new RegExp(`(?<![\\p{L}\\p{N}])${form(first)}[^\\p{L}\\p{N}]{1,3}${form(second)}`, 'u')
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The words of a text, folded, with one space between. */
function wordsOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}
