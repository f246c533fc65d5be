import type { CitedPaper } from '../../model/citation.ts'
import { monthOfArxivId } from '../../model/read-arxiv-id.ts'
import { type Names, readNames } from './names.ts'

/** What every format says of a paper. */
export interface Facts {
  /** Unique in the export. */
  key: string
  id: string
  /** As the source has it, with its TeX. */
  title: string
  abstract: string
  authors: Names
  /** Of the first version, by UTC; undefined when only an id is known. */
  date?: { year: number; month: number; day: number }
  year?: number
  /** The year of arXiv's own export: of the last version, where arXiv has told of one. */
  revisedYear?: number
  url: string
  primaryClass?: string
  doi?: string
  tags: readonly string[]
  note?: string
}

/** The facts of a paper; `keyOf` gives its key. */
export function readFacts(
  { paper, tags = [], note }: CitedPaper,
  keyOf: (facts: Omit<Facts, 'key'>) => string,
): Facts {
  const { id, title, abstract, primaryClass, doi } = paper
  const date = dateOf(paper.publishedAt)
  const facts = {
    ...{ id, title, abstract, date, primaryClass, doi, tags, note: note?.trim() },
    authors: readNames(paper.authors, paper.authorCount),
    year: date?.year ?? yearOfId(id),
    revisedYear: dateOf(paper.revisedAt ?? paper.publishedAt)?.year ?? yearOfId(id),
    url: `https://arxiv.org/abs/${id}`,
  }
  return { ...facts, key: keyOf(facts) }
}

/** "2024-06-15" */
export function isoDate({ year, month, day }: NonNullable<Facts['date']>): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

function dateOf(time: number): Facts['date'] {
  // A paper saved by its id alone has no time yet.
  if (!(time > 0)) return undefined
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function yearOfId(id: string): number | undefined {
  const month = monthOfArxivId(id)
  return month === undefined ? undefined : new Date(month).getUTCFullYear()
}
