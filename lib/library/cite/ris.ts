import type { Facts } from './facts.ts'
import { fullName, type Name } from './names.ts'
import { foldSpace, plainText } from './tex-text.ts'

const types = { preprint: 'UNPB', proceedings: 'CPAPER', journal: 'JOUR' }

/**
 * RIS: a line a fact, `UNPB` for what is not published, with the tags that reference managers
 * read an archive's name and number from. There is no word for "and others" in RIS; managers
 * that also read BibTeX keep it as an author of that name, and so is it written here.
 */
export function writeRis(facts: Facts): string {
  const { title, abstract, authors, date, year, doi, primaryClass, url, tags, note } = facts
  const { arxivId, kind, venue } = facts
  const lines: [string, string | number | undefined][] = [
    ['TY', types[kind]],
    ['TI', plainText(title)],
    ...authors.names.map((name): [string, string] => ['AU', risName(name)]),
    ['AU', authors.hasOthers ? 'others' : undefined],
    ['PY', year],
    ['DA', date && risDate(date)],
    ['T2', venue && plainText(venue)],
    ['AB', foldSpace(abstract)],
    ['PB', arxivId && 'arXiv'],
    ['DB', arxivId ? 'arXiv.org' : facts.site],
    ['AN', arxivId && `arXiv:${arxivId}`],
    ['M1', primaryClass],
    ['DO', doi],
    ['UR', url],
    ...tags.map((tag): [string, string] => ['KW', foldSpace(tag)]),
    ['N1', note && risLines(note)],
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []))
  return `${written.join('\r\n')}\r\nER  - \r\n`
}

/** `2024/06/15/`, with nothing between the slashes for what is not known. */
function risDate({ year, month, day }: NonNullable<Facts['date']>): string {
  const parts = [month, day].map((part) => (part ? String(part).padStart(2, '0') : ''))
  return `${year}/${parts.join('/')}/`
}

/** A line that a reader, and some pass over spaces, would take for the next fact goes on the one before. */
function risLines(note: string): string {
  const text = note.replace(/[\r\n]\s*(?=[A-Z][A-Z0-9]\s{0,2}-(?:\s|$))/g, ' ')
  return text.split(/\r\n?|\n/).join('\r\n')
}

/** "van der Berg, Ada, Jr." */
function risName(name: Name): string {
  if ('literal' in name) return fullName(name)
  const { particle, family, given, suffix } = name
  const sorted = particle ? `${particle} ${family}` : family
  return [sorted, given ?? (suffix && ''), suffix].filter((part) => part !== undefined).join(', ')
}
