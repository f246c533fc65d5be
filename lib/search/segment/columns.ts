import type { Paper } from '../../model/paper.ts'
import type {
  ColumnName,
  ColumnRecords,
  Columns,
  DaySpan,
  RisingNumbers,
} from '../../model/search-index.ts'
import { packId } from './packed-id.ts'
import { packRising, unpackRising } from './rising-numbers.ts'
import { lastNotAfter } from './segment.ts'

/**
 * Papers in one record of a column. Of the days those records are read that a span of them begins
 * or ends in; ids and upvotes are read whole, and written by the record.
 */
export const docsARecord = { ids: 16_384, days: 2048, votes: 16_384 } as const

/** Papers from one of the ids that a head has to the next: they tell the newer of two papers. */
export const docsAFirstId = 512

const dayMs = 86_400_000
const mostInTwoBytes = 0xffff

/** The columns of papers, which are given by rising packed id. */
export function columnsOf(papers: readonly Paper[]): Columns {
  return {
    ids: Uint32Array.from(papers, ({ id }) => packId(id)),
    days: Uint16Array.from(papers, ({ publishedAt }) => dayOf(publishedAt)),
    votes: Uint16Array.from(papers, ({ upvotes }) => inTwoBytes(upvotes)),
  }
}

/** The day that a time (ms) falls on, counted from 1970-01-01. */
export function dayOf(at: number): number {
  return inTwoBytes(Math.floor(at / dayMs))
}

export function inTwoBytes(value: number): number {
  return Math.max(0, Math.min(mostInTwoBytes, value))
}

export function emptyColumn<Name extends ColumnName>(name: Name, length: number): Columns[Name] {
  return (name === 'ids' ? new Uint32Array(length) : new Uint16Array(length)) as Columns[Name]
}

/** A column as it is stored. */
export function recordsOf<Name extends ColumnName>(
  name: Name,
  values: Columns[Name],
): ColumnRecords[Name][] {
  const parts = partsOf(values, docsARecord[name])
  const records = name === 'ids' ? parts.map((part) => packRising(part as Columns['ids'])) : parts
  return records as ColumnRecords[Name][]
}

function partsOf<Values extends Uint32Array | Uint16Array>(
  values: Values,
  length: number,
): Values[] {
  return Array.from(
    { length: Math.ceil(values.length / length) },
    (_, n) => values.slice(n * length, (n + 1) * length) as Values,
  )
}

/** How many papers the `n`th record of a column is for. */
export function recordLength(name: ColumnName, docCount: number, n: number): number {
  return Math.min(docsARecord[name], docCount - n * docsARecord[name])
}

/** A column of which all records are given, in order. */
export function wholeColumn<Name extends ColumnName>(
  name: Name,
  records: readonly ColumnRecords[Name][],
): Columns[Name] {
  const parts =
    name === 'ids'
      ? (records as readonly RisingNumbers[]).map((each) => unpackRising(each))
      : (records as readonly Columns['days'][])
  const whole = emptyColumn(
    name,
    parts.reduce((sum, { length }) => sum + length, 0),
  )
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The bytes that a record takes. */
export function bytesOf(record: ColumnRecords[ColumnName]): number {
  if ('byteLength' in record) return record.byteLength
  return record.firsts.byteLength + record.starts.byteLength + record.gaps.byteLength
}

/** The ids that a head has, of a column of them. */
export function firstIdsOf(ids: Columns['ids']): number[] {
  return partsOf(ids, docsAFirstId).map(([first]) => first as number)
}

/** Which record of ids one lies in, if it does in any, by those that the head has; or -1. */
export function idRecordOf(firstIds: readonly number[], id: number): number {
  return Math.floor((lastNotAfter(firstIds, id) * docsAFirstId) / docsARecord.ids)
}

/** The span of days of each record of their column. */
export function daySpansOf(days: Columns['days']): DaySpan[] {
  return recordsOf('days', days).map((record) => [Math.min(...record), Math.max(...record)])
}
