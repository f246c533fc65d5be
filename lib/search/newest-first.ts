import { isArxivId } from '../model/arxiv-id.ts'
import type { Paper } from '../model/paper.ts'
import { packId } from './segment/packed-id.ts'

/** Papers of arXiv by their ids, which it gives one after the other, and others among them by date. */
export function newestFirst(papers: readonly Paper[]): Paper[] {
  const numbered = papers.filter(({ id }) => isArxivId(id))
  const others = papers.filter(({ id }) => !isArxivId(id))
  numbered.sort((a, b) => packId(b.id) - packId(a.id))
  if (others.length === 0) return numbered
  others.sort((a, b) => b.publishedAt - a.publishedAt)
  const all: Paper[] = []
  let next = 0
  for (const paper of numbered) {
    for (; (others[next]?.publishedAt ?? 0) > paper.publishedAt; next++)
      all.push(others[next] as Paper)
    all.push(paper)
  }
  return [...all, ...others.slice(next)]
}
