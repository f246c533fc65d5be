import type { CitedPaper } from '../../model/citation.ts'
import { isSiteId, nameOfId, placeOf } from '../../model/paper-id.ts'
import { monthOfArxivId } from '../../model/read-arxiv-id.ts'
import { type Names, readNames } from './names.ts'

/** What every format says of a paper. */
export interface Facts {
  /** Unique in the export. */
  key: string
  /** Only of a paper of arXiv. */
  arxivId?: string
  /** What it is, which only the sites besides arXiv tell: printed in proceedings or a journal, or not. */
  kind: 'preprint' | 'proceedings' | 'journal'
  /** The proceedings or the journal. */
  venue?: string
  /** Where it lies: arXiv, OpenReview, ACL Anthology. */
  site: string
  /** By what it is found there, in a line: "arXiv:2608.13210 [cs.CL]", a venue, "OpenReview aBc_-123". */
  place: string
  /** As the source has it, with its TeX. */
  title: string
  abstract: string
  authors: Names
  /** Of the first version, by UTC, as exactly as it is known; undefined when only an id is. */
  date?: { year: number; month?: number; day?: number }
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
  const { site, page: url } = placeOf(id)
  const isOfArxiv = !isSiteId(id)
  const { venue, isInJournal } = isOfArxiv ? {} : paper
  const date = dateOf(paper.publishedAt, paper.datedTo)
  const facts = {
    ...{ title, abstract, date, primaryClass, doi, tags, note: note?.trim(), site, url, venue },
    ...(isOfArxiv && { arxivId: id }),
    kind: kindOf(venue, isInJournal),
    place: isOfArxiv ? arxivName(id, primaryClass) : (venue ?? nameOfId(id)),
    authors: readNames(paper.authors, paper.authorCount),
    year: date?.year ?? yearOfId(id),
    revisedYear: dateOf(paper.revisedAt ?? paper.publishedAt)?.year ?? yearOfId(id),
  }
  return { ...facts, key: keyOf(facts) }
}

/** "arXiv:2608.13210 [cs.CL]" */
function arxivName(id: string, primaryClass?: string): string {
  return primaryClass ? `arXiv:${id} [${primaryClass}]` : `arXiv:${id}`
}

function kindOf(venue: string | undefined, isInJournal: true | undefined): Facts['kind'] {
  if (!venue) return 'preprint'
  return isInJournal ? 'journal' : 'proceedings'
}

/** "2024-06-15", "2024-06", "2024" */
export function isoDate(date: NonNullable<Facts['date']>): string {
  return dateParts(date)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** Year, month and day, as many as are known. */
export function dateParts({ year, month, day }: NonNullable<Facts['date']>): number[] {
  return [year, month, day].filter((part) => part !== undefined)
}

function dateOf(time: number, datedTo?: 'month' | 'year'): Facts['date'] {
  // A paper saved by its id alone has no time yet.
  if (!(time > 0)) return undefined
  const date = new Date(time)
  return {
    year: date.getUTCFullYear(),
    ...(datedTo !== 'year' && { month: date.getUTCMonth() + 1 }),
    ...(!datedTo && { day: date.getUTCDate() }),
  }
}

function yearOfId(id: string): number | undefined {
  const month = monthOfArxivId(id)
  return month === undefined ? undefined : new Date(month).getUTCFullYear()
}
