import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import type { Paper } from '../../lib/model/paper.ts'

/** A paper as the other engines are given it: the fields that Paperboy searches too. */
export type Row = Pick<Paper, 'id' | 'title' | 'abstract'> & { authors: string }

export const miniSearchOptions: Options<Row> = { fields: ['title', 'abstract', 'authors'] }

export function toRow({ id, title, abstract, authors }: Paper): Row {
  return { id, title, abstract, authors: authors.join(' ') }
}

export function buildMiniSearch(papers: readonly Paper[]): MiniSearch<Row> {
  const index = new MiniSearch(miniSearchOptions)
  index.addAll(papers.map(toRow))
  return index
}

/** Any word, as it is written: what `search(query)` does. */
export const asItComes: SearchOptions = {}

/** What `tune-peers.ts` ends at: the one setting that finds most on all measures together. */
export const bestSetting: SearchOptions = {
  fuzzy: 0.25,
}
