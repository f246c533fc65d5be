import { dateParts, type Facts } from './facts.ts'
import type { Name } from './names.ts'
import { foldSpace, plainText } from './tex-text.ts'

const types = { preprint: 'article', proceedings: 'paper-conference', journal: 'article-journal' }

/**
 * An item of CSL-JSON (schema csl-data.json 1.0.2): a preprint is an `article`, arXiv its
 * publisher and `arXiv:…` its number, as Zotero has them.
 */
export function writeCslJson(facts: Facts): string {
  const { key, title, abstract, authors, date, year, doi, primaryClass, url } = facts
  const { tags, note, kind, venue, site, arxivId } = facts
  const names = [
    ...authors.names.map(cslName),
    ...(authors.hasOthers ? [{ literal: 'others' }] : []),
  ]
  const parts = date ? dateParts(date) : year && [year]
  const item = {
    ...{ id: key, type: types[kind], title: plainText(title) },
    author: names.length > 0 ? names : undefined,
    issued: parts ? { 'date-parts': [parts] } : undefined,
    'container-title': venue && plainText(venue),
    publisher: kind === 'preprint' ? site : undefined,
    number: arxivId && `arXiv:${arxivId}`,
    categories: primaryClass && [primaryClass],
    DOI: doi,
    URL: url,
    abstract: foldSpace(abstract) || undefined,
    keyword: tags.join(', ') || undefined,
    note: note || undefined,
  }
  return JSON.stringify(item, undefined, 2)
}

function cslName(name: Name): Record<string, string | undefined> {
  if ('literal' in name) return name
  const { given, particle, family, suffix } = name
  return { 'non-dropping-particle': particle, family, given, suffix }
}
