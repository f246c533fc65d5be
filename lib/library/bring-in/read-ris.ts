import { t } from '../../i18n.ts'
import { findPaperId } from './arxiv-ids.ts'
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
import type { BackupRest, ReadItem } from './imported-entry.ts'

/** Tags that may name the paper's place on arXiv, the likeliest first. */
const mentioning = [
  'DO',
  'UR',
  'L1',
  'L2',
  'LK',
  'AN',
  'M1',
  'ID',
  'C1',
  'C7',
  'JO',
  'JF',
  'T2',
  'PB',
  'N1',
  'M3',
  'VL',
]

type Fields = Map<string, string[]>

/**
 * RIS: a tag of two letters or digits, two spaces, a dash, a space, a value a line; `TY` begins
 * an entry and `ER` ends it; a line without a tag goes on with the value before. What stands
 * between entries is passed over. https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function* readRis(text: string): Generator<ReadItem, BackupRest | undefined> {
  let fields: Fields | undefined
  let start = 0
  let last: string[] | undefined
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z\d])\s{0,2}-(?:\s(.*))?$/.exec(content) ?? []
    if (!tag) {
      if (last) last.push(`${last.pop() ?? ''}\n${content}`)
      continue
    }
    if (tag === 'TY' || tag === 'ER') {
      // A second `TY` ends an entry, too: some leave out the `ER`.
      if (fields) yield readEntry(start, fields)
      fields = tag === 'TY' ? new Map() : undefined
      start = index + 1
      last = undefined
    }
    if (!fields) continue
    last = fields.get(tag) ?? []
    last.push(value)
    fields.set(tag, last)
  }
  if (fields) yield readEntry(start, fields)
  return undefined
}

function readEntry(line: number, fields: Fields): ReadItem {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? [])
  const first = (...tags: string[]) =>
    all(...tags)
      .map(oneLine)
      .find(Boolean)
  const title = first('TI', 'T1', 'CT', 'BT')
  const found = findPaperId([], all(...mentioning))
  if ('reason' in found)
    return {
      line,
      name: nameOf(title, first('ID', 'UR', 'DO'), t('unreadable.withoutTitle')),
      reason: found.reason,
    }
  const doi = first('DO')
  const date = first('DA', 'PY', 'Y1')?.replace(/\/+$/, '') ?? ''
  return withoutAbsent({
    id: found.id,
    line,
    title,
    authors: nameList(all('AU', 'A1').map(nameInOrder)),
    abstract: first('AB', 'N2'),
    publishedAt: timeOf(date),
    doi: doi && !/10\.48550\//i.test(doi) ? doi : undefined,
    tags: tagList(all('KW').flatMap((value) => value.split('\n'))),
    note: noteOf(...all('N1', 'RN')),
    ...factsOfSite(found.id, {
      date,
      proceedings: first('T2', 'BT', 'C3', 'JF', 'JO'),
      journal: /^(JOUR|EJOUR|MGZN)$/.test(first('TY') ?? '') && first('T2', 'JF', 'JO'),
    }),
  })
}
