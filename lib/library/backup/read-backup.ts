import { t } from '../../i18n.ts'
import type { SavedPaper } from '../../model/saved-paper.ts'
import { readEndpoint } from '../../read-endpoint.ts'
import { nameOf } from '../bring-in/clean.ts'
import type { BackupRest, ReadItem } from '../bring-in/imported-entry.ts'
import { type JsonItem, jsonItems, parseItem } from '../bring-in/json-items.ts'
import { checkRow } from './check-rows.ts'
import { backupVersion, ContentChecksum, rowSections } from './format.ts'

/**
 * A backup of ours, row by row. One that is damaged gives what of it can be read, and says in
 * `damage` that it is; a broken row comes as unreadable.
 */
export function* readBackup(text: string): Generator<ReadItem, BackupRest> {
  const rest: BackupRest = { bin: [], tombstones: [] }
  const rows = isJson(text) ? [] : [...rowLines(text)]
  if (rows.length > 0) {
    // Brackets that do not match say nothing of what is where, but a row has a line of its own.
    for (const row of rows) yield* readRow(row, rest)
    const isCut = !text.trimEnd().endsWith('}')
    rest.damage = isCut ? t('backup.tooShort') : t('backup.malformed')
    return rest
  }
  const sum = new ContentChecksum()
  let checksum: unknown
  for (const member of jsonItems(text)) {
    const { key = '' } = member
    if (rowSections.some((section) => section === key)) {
      for (const item of jsonItems(member.text, member.line)) {
        yield* readRow(item, rest, (row) => sum.add(key, row))
      }
      continue
    }
    const parsed = parseItem(member)
    const value = 'value' in parsed ? parsed.value : undefined
    if (key === 'version' && value !== backupVersion) rest.damage = newer(value)
    if (key === 'madeAt') rest.madeAt = Date.parse(String(value)) || undefined
    if (key === 'checksum') checksum = value
    if (key === 'settings') {
      sum.add(key, value)
      rest.settings = readSettings(value)
    }
  }
  if (checksum === undefined) rest.damage ??= t('backup.tooShort')
  else if (checksum !== sum.toString()) {
    rest.damage ??= t('backup.badChecksum')
  }
  return rest
}

function* readRow(
  item: JsonItem,
  rest: BackupRest,
  onRow?: (row: unknown) => void,
): Generator<ReadItem> {
  const { line } = item
  const parsed = parseItem(item)
  if ('reason' in parsed) {
    yield { line, name: nameOf(titleIn(item.text)), reason: parsed.reason }
    return
  }
  onRow?.(parsed.value)
  const row = checkRow(parsed.value)
  if ('reason' in row) yield { line, name: nameOf(titleIn(item.text)), reason: row.reason }
  else if ('saved' in row) yield entryOf(row.saved, line)
  else if ('released' in row) rest.bin.push(row.released)
  else rest.tombstones.push(row.tombstone)
}

/** The lines that are rows, as they were written. */
function* rowLines(text: string): Generator<JsonItem> {
  const lines = text.split('\n')
  for (const [i, content] of lines.entries()) {
    if (!/^\s*\{\s*"/.test(content)) continue
    const isCut = i === lines.length - 1
    yield { line: i + 1, text: content.replace(/,\s*$/, ''), isCut }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function entryOf(row: SavedPaper, line: number): ReadItem {
  const { id, record, tags, note, savedAt, status } = row
  const { title, authors, abstract, publishedAt } = record
  return { id, line, title, authors, abstract, publishedAt, tags, note, savedAt, status, row }
}

function readSettings(value: unknown): BackupRest['settings'] {
  const { endpoint } = (value ?? {}) as { endpoint?: unknown }
  const address = typeof endpoint === 'string' ? readEndpoint(endpoint) : undefined
  return address ? { endpoint: address } : {}
}

function newer(version: unknown): string {
  return t('backup.otherVersion', { version: String(version), known: String(backupVersion) })
}

function titleIn(text: string): string {
  return /"title":"((?:[^"\\]|\\.){1,200})/.exec(text)?.[1] ?? text
}
