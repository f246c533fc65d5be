import { type Facts, isoDate } from './facts.ts'
import { fullName, type Name } from './names.ts'
import { foldSpace, plainText } from './tex-text.ts'

/**
 * RIS: a line a fact, `UNPB` for what is not published, with the tags that reference managers
 * read an archive's name and number from. There is no word for "and others" in RIS; managers
 * that also read BibTeX keep it as an author of that name, and so is it written here.
 */
export function writeRis(facts: Facts): string {
  const { id, title, abstract, authors, date, year, doi, primaryClass, url, tags, note } = facts
  const lines: [string, string | number | undefined][] = [
    ['TY', 'UNPB'],
    ['TI', plainText(title)],
    ...authors.names.map((name): [string, string] => ['AU', risName(name)]),
    ['AU', authors.hasOthers ? 'others' : undefined],
    ['PY', year],
    ['DA', date && `${isoDate(date).replaceAll('-', '/')}/`],
    ['AB', foldSpace(abstract)],
    ['PB', 'arXiv'],
    ['DB', 'arXiv.org'],
    ['AN', `arXiv:${id}`],
    ['M1', primaryClass],
    ['DO', doi],
    ['UR', url],
    ...tags.map((tag): [string, string] => ['KW', foldSpace(tag)]),
    ['N1', note && risLines(note)],
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []))
  return `${written.join('\r\n')}\r\nER  - \r\n`
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
