import { t } from '../../i18n.ts'
import type { ReadingStatus } from '../../model/saved-paper.ts'
import { githubRepository } from '../../sources/outside-url.ts'
import { texMonths } from '../tex-months.ts'
import { findPaperId } from './arxiv-ids.ts'
import { bibtexEntries } from './bibtex-entries.ts'
import {
  nameInOrder,
  nameList,
  nameOf,
  noteOf,
  oneLine,
  tagList,
  timeOf,
  withoutAbsent,
} from './clean.ts'
import { factsOfSite } from './facts-of-site.ts'
import type { BackupRest, ImportedEntry, ReadItem } from './imported-entry.ts'
import { texToText } from './tex-to-text.ts'

/** Fields that hold an identifier of their own, unless they are said to be of another archive. */
const idFields = ['eprint', 'arxivid', 'arxiv', 'archiveid']
/** Fields that may name the paper's place on arXiv; `volume` is where DBLP has `abs/1706.03762`. */
const mentioning = [
  'doi',
  'url',
  'ee',
  'journal',
  'journaltitle',
  'volume',
  'number',
  'howpublished',
  'note',
  'annote',
  'publisher',
  'pdf',
  'link',
  'file',
  'adsurl',
]

/** BibTeX and BibLaTeX, as arXiv, Google Scholar, DBLP, Zotero, JabRef and BibDesk write them. */
export function* readBibtex(text: string): Generator<ReadItem, BackupRest | undefined> {
  for (const found of bibtexEntries(text)) {
    const { line, key } = found
    if ('reason' in found)
      yield { line, name: nameOf(key, t('unreadable.withoutKey')), reason: found.reason }
    else yield readEntry(line, key, found.fields)
  }
  return undefined
}

/** What one entry says; also for a tool that keeps one beside each paper. */
function readEntry(line: number, key: string, fields: ReadonlyMap<string, string>): ReadItem {
  const text = (name: string) => oneLine(texToText(fields.get(name) ?? ''))
  const title = text('title')
  const archive = fields.get('archiveprefix') ?? fields.get('eprinttype') ?? 'arxiv'
  const isOfArxiv = /arxiv/i.test(archive)
  const own = isOfArxiv ? valuesOf(fields, idFields) : []
  const found = findPaperId(own, valuesOf(fields, mentioning))
  if ('reason' in found) return { line, name: nameOf(title, key), reason: found.reason }

  const doi = text('doi')
  const entry: ImportedEntry = {
    id: found.id,
    line,
    title,
    authors: authorsOf(fields.get('author') ?? fields.get('editor') ?? ''),
    abstract: text('abstract'),
    publishedAt: timeOf(dateIn(fields)),
    primaryClass: primaryClassOf(fields),
    doi: doi && !/^(https?:\/\/\S*\/)?10\.48550\//i.test(doi) ? doi : undefined,
    repository: githubRepository(fields.get('code') ?? ''),
    tags: tagList(texToText(fields.get('keywords') ?? '').split(/[,;\n]/)),
    note: noteOf(
      ...['note', 'annote', 'annotation', 'comment'].map((name) =>
        texToText(fields.get(name) ?? ''),
      ),
    ),
    savedAt: savedAt(fields),
    status: statusOf(fields.get('readstatus')),
    ...factsOfSite(found.id, {
      date: dateIn(fields),
      proceedings: text('booktitle'),
      journal: text('journal') ?? text('journaltitle'),
    }),
  }
  return withoutAbsent(entry)
}

function valuesOf(fields: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names
    .flatMap((name) => fields.get(name) ?? [])
    .flatMap((value) => [addressIn(value), texToText(value)])
}

/** An address is as it stands in the file, where two hyphens are no dash; some escape it for TeX. */
function addressIn(value: string): string {
  return value.replace(/\\url|[{}]/g, '').replace(/\\(?=[_%&#~])/g, '')
}

/** Names are split by `and` outside of braces, which keep a group's name together. */
function authorsOf(field: string): string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < field.length; i++) {
    if (field[i] === '{') depth++
    else if (field[i] === '}') depth--
    else if (
      depth === 0 &&
      /\s/.test(field[i] as string) &&
      /^\s+and\s/i.test(field.slice(i, i + 40))
    ) {
      names.push(field.slice(start, i))
      i += /^\s+and/i.exec(field.slice(i, i + 40))?.[0].length as number
      start = i
    }
  }
  names.push(field.slice(start))
  return nameList(
    names.map((name) => {
      const isGroup = /^\s*\{[\s\S]*\}\s*$/.test(name)
      return isGroup ? texToText(name) : texToText(nameInOrder(name))
    }),
  )
}

/** "2024-08-13", or as much of it as there is. */
function dateIn(fields: ReadonlyMap<string, string>): string {
  const month = fields.get('month') ?? ''
  const named = texMonths.indexOf(month.trim().slice(0, 3).toLowerCase()) + 1
  const parts = [fields.get('year'), named > 0 ? String(named) : month, fields.get('day')]
  return fields.get('date') ?? parts.filter(Boolean).join('-')
}

function primaryClassOf(fields: ReadonlyMap<string, string>): string | undefined {
  const name = oneLine(fields.get('primaryclass') ?? fields.get('eprintclass'))
  return name && /^[a-z-]+(\.[A-Za-z-]+)?$/.test(name) ? name : undefined
}

function savedAt(fields: ReadonlyMap<string, string>): number | undefined {
  // DBLP's timestamp is of its own record, not the reader's.
  const isOfDblp = /dblp/i.test(fields.get('bibsource') ?? '')
  return timeOf(
    fields.get('date-added') ??
      fields.get('creationdate') ??
      (isOfDblp ? undefined : fields.get('timestamp')),
  )
}

/** As JabRef has it. */
function statusOf(field: string | undefined): ReadingStatus | undefined {
  const statuses: Partial<Record<string, ReadingStatus>> = { read: 'read', skimmed: 'reading' }
  return statuses[field?.trim().toLowerCase() ?? '']
}
