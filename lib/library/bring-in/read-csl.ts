import { t } from '../../i18n.ts'
import { findPaperId } from './arxiv-ids.ts'
import { nameList, nameOf, noteOf, oneLine, tagList, timeOf, withoutAbsent } from './clean.ts'
import { factsOfSite } from './facts-of-site.ts'
import type { BackupRest, ReadItem } from './imported-entry.ts'
import { type JsonItem, jsonItems, parseItem } from './json-items.ts'

type Fields = Partial<Record<string, unknown>>

/** Fields that hold an identifier of their own. */
const idFields = ['arxivId', 'archiveID', 'archive_location', 'eprint']
/** Fields that may name the paper's place on arXiv, the likeliest first. */
const mentioning = [
  'DOI',
  'URL',
  'number',
  'note',
  'container-title',
  'publisher',
  'id',
  'volume',
  'extra',
]

/** CSL-JSON, an array or a single item: https://docs.citationstyles.org/en/stable/specification.html */
export function* readCsl(text: string): Generator<ReadItem, BackupRest | undefined> {
  if (/^[\s\ufeff]*\{/.test(text)) {
    const items = [...jsonItems(text)].find(({ key }) => key === 'items')
    if (items) yield* readItems(jsonItems(items.text, items.line))
    else yield readItem({ line: 1, text, isCut: true })
  } else yield* readItems(jsonItems(text))
  return undefined
}

function* readItems(items: Iterable<JsonItem>): Generator<ReadItem> {
  for (const item of items) yield readItem(item)
}

function readItem(item: JsonItem): ReadItem {
  const { line } = item
  const parsed = parseItem(item)
  if ('reason' in parsed) return { line, name: nameOf(item.text), reason: parsed.reason }
  const fields = parsed.value as Fields
  if (typeof fields !== 'object' || fields === null) {
    return { line, name: nameOf(item.text), reason: t('unreadable.noCsl') }
  }
  const title = oneLine(fields.title)
  const texts = (names: readonly string[]) =>
    names.map((name) => fields[name]).filter((value) => typeof value === 'string')
  const found = findPaperId(texts(idFields), texts(mentioning))
  if ('reason' in found)
    return {
      line,
      name: nameOf(title, fields.id, t('unreadable.withoutTitle')),
      reason: found.reason,
    }
  const doi = oneLine(fields.DOI)
  return withoutAbsent({
    id: found.id,
    line,
    title,
    authors: nameList(asArray(fields.author).map(readName)),
    abstract: oneLine(fields.abstract),
    publishedAt: timeOf(dateIn(fields.issued)),
    doi: doi && !/10\.48550\//i.test(doi) ? doi : undefined,
    tags: tagList(
      asArray(fields.keyword ?? fields.keywords).flatMap((words) => String(words).split(/[,;]/)),
    ),
    note: noteOf(fields.note, fields.annote),
    ...factsOfSite(found.id, {
      date: dateIn(fields.issued),
      proceedings: fields['container-title'] ?? fields['event-title'],
      journal: fields.type === 'article-journal' ? fields['container-title'] : undefined,
    }),
  })
}

function asArray(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function readName(name: unknown): string | undefined {
  if (typeof name === 'string') return name
  if (typeof name !== 'object' || name === null) return undefined
  const fields = name as Fields
  if (oneLine(fields.literal)) return oneLine(fields.literal)
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
  return oneLine(parts.map((part) => oneLine(fields[part]) ?? '').join(' '))
}

/** "2024-8-13", or as much of it as there is. */
function dateIn(date: unknown): string {
  const fields = (date ?? {}) as Fields
  const parts = asArray(asArray(fields['date-parts'])[0]).map(Number)
  if (parts.length > 0) return parts.slice(0, 3).join('-')
  return oneLine(fields.raw) ?? oneLine(date) ?? ''
}
