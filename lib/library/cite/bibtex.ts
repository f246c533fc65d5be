import { texMonths } from '../tex-months.ts'
import type { Facts } from './facts.ts'
import { capitalsOf } from './protect-capitals.ts'
import { texNames } from './tex-names.ts'
import { escapeTex, toTex } from './write-tex.ts'

/**
 * An entry laid out as arXiv's export does, of any site, to the space after the title's comma:
 * `arxiv_bibtex` in browse/formatting/cite.py of arxiv-browse. What is not known is left out. Tags
 * and a note come last; the note as `annote`, which no common style prints.
 */
export function writeBibtex(facts: Facts): string {
  const { key, title, abstract, authors, doi, url, tags, note } = facts
  const author = texNames(authors)
  const lines = [
    `title={${toTex(title, capitalsOf(abstract))}}, `,
    author && `author={${author}},`,
    ...(facts.arxivId ? arxivLines(facts) : venueLines(facts)),
    doi && `doi={${facts.arxivId ? 'https://doi.org/' : ''}${texDoi(doi)}},`,
    tags.length > 0 && `keywords={${texKeywords(tags)}},`,
    note && `annote={${texNote(note)}},`,
    `url={${url}}, `,
  ]
  return `@${types[facts.kind]}{${key},\n${lines.flatMap((line) => (line ? [`      ${line}\n`] : [])).join('')}}`
}

const types = { preprint: 'misc', proceedings: 'inproceedings', journal: 'article' }

function arxivLines({ arxivId, revisedYear, primaryClass }: Facts): (string | false | undefined)[] {
  return [
    revisedYear !== undefined && `year={${revisedYear}},`,
    `eprint={${arxivId}},`,
    'archivePrefix={arXiv},',
    primaryClass && `primaryClass={${primaryClass}},`,
  ]
}

/** Of a paper of another site: what it appeared in and when; a month is a name that styles know. */
function venueLines({ kind, venue, year, date }: Facts): (string | false | undefined)[] {
  return [
    venue && `${kind === 'journal' ? 'journal' : 'booktitle'}={${toTex(venue)}},`,
    year !== undefined && `year={${year}},`,
    date?.month !== undefined && `month=${texMonths[date.month - 1]},`,
  ]
}

/**
 * Tags one after the other; one that holds a comma is in braces. Nobody sets keywords, and what
 * imports them takes them as they stand: only what would break the file is escaped.
 */
export function texKeywords(tags: readonly string[]): string {
  return tags
    .map((tag) => tag.replace(/[%#{}\\]/g, escapeTex))
    .map((tag) => (/[,;]/.test(tag) ? `{${tag}}` : tag))
    .join(', ')
}

/** A note's paragraphs, each in one line; its own breaks are TeX's, which no parser folds away. */
export function texNote(note: string): string {
  return note
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => toTex(line.trim()))
        .join('\\\\{} '),
    )
    .join('\n\n')
}

/** A DOI as it stands, since TeX takes the field literally; what would end it is encoded. */
export function texDoi(doi: string): string {
  const bare = doi.replace(/^https?:\/\/(dx\.)?doi\.org\//i, '')
  return bare.replace(/[{}\\\s]/g, encodeURIComponent)
}
