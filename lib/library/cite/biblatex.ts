import { texDoi, texKeywords, texNote } from './bibtex.ts'
import { type Facts, isoDate } from './facts.ts'
import { capitalsOf } from './protect-capitals.ts'
import { texNames } from './tex-names.ts'
import { toTex } from './write-tex.ts'

const types = { preprint: 'online', proceedings: 'inproceedings', journal: 'article' }

/**
 * BibLaTeX: `@online` with `eprinttype` and `eprintclass`, as the manual's own arXiv example is
 * (biblatex manual, Electronic Publishing Information), and `pubstate` for what is not published. What
 * other sites tell to be in proceedings or a journal is `@inproceedings` or `@article`.
 */
export function writeBiblatex(facts: Facts): string {
  const { key, title, abstract, authors, date, year, doi, url, kind, venue } = facts
  const { tags, note, arxivId, primaryClass } = facts
  const printedIn = venue && toTex(venue)
  const fields = {
    title: toTex(title, capitalsOf(abstract)),
    author: texNames(authors),
    booktitle: kind === 'proceedings' && printedIn,
    journaltitle: kind === 'journal' && printedIn,
    date: date ? isoDate(date) : year,
    ...(arxivId && { eprint: arxivId, eprinttype: 'arXiv', eprintclass: primaryClass }),
    pubstate: arxivId && 'prepublished',
    doi: doi && texDoi(doi),
    url,
    keywords: texKeywords(tags),
    annotation: note && texNote(note),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},\n`] : [],
  )
  return `@${types[kind]}{${key},\n${lines.join('')}}`
}
