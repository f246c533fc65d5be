import { texDoi, texKeywords, texNote } from './bibtex.ts'
import { type Facts, isoDate } from './facts.ts'
import { capitalsOf } from './protect-capitals.ts'
import { texNames } from './tex-names.ts'
import { toTex } from './write-tex.ts'

/**
 * BibLaTeX: `@online` with `eprinttype` and `eprintclass`, as the manual's own arXiv example is
 * (biblatex manual, Electronic Publishing Information), and `pubstate` for what is not published.
 */
export function writeBiblatex(facts: Facts): string {
  const { key, id, title, abstract, authors, date, year, primaryClass, doi, url } = facts
  const { tags, note } = facts
  const fields = {
    title: toTex(title, capitalsOf(abstract)),
    author: texNames(authors),
    date: date ? isoDate(date) : year,
    eprint: id,
    eprinttype: 'arXiv',
    eprintclass: primaryClass,
    pubstate: 'prepublished',
    doi: doi && texDoi(doi),
    url,
    keywords: texKeywords(tags),
    annotation: note && texNote(note),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},\n`] : [],
  )
  return `@online{${key},\n${lines.join('')}}`
}
