import type { Database } from '../../db/database.ts'
import {
  type ColumnName,
  type ColumnRecords,
  type Columns,
  columnNames,
  type StoredColumn,
  type StoredHead,
  type TermList,
} from '../../model/search-index.ts'
import type { Block } from '../segment/block.ts'
import { bytesOf, docsARecord, idRecordOf, recordsOf, wholeColumn } from '../segment/columns.ts'
import { packId } from '../segment/packed-id.ts'
import type { Page } from '../segment/pages.ts'
import { placeOf } from '../segment/rising-numbers.ts'

/** The tables a transaction that indexes papers has to include. */
export function indexTables(db: Database) {
  return [db.segments, db.segmentBlocks, db.segmentColumns, db.indexState] as const
}

/** Writes blocks after the first `from` of their list. */
export async function putBlocks(
  db: Database,
  segment: number,
  list: TermList,
  blocks: readonly Block[],
  from = 0,
): Promise<void> {
  await db.segmentBlocks.bulkPut(
    blocks.map(({ bytes }, i) => ({ segment, list, n: from + i, bytes })),
  )
}

/** Writes pages of postings. */
export async function putPages(
  db: Database,
  segment: number,
  pages: readonly Page[],
): Promise<void> {
  await db.segmentBlocks.bulkPut(pages.map((page) => ({ segment, list: 'postings', ...page })))
}

/** The bytes of blocks or pages. */
export function bytesOfBlocks(blocks: readonly { bytes: Uint8Array }[]): number {
  return blocks.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

type ColumnRecord = Omit<StoredColumn, 'segment'>

/** The columns of a segment as they are stored. */
export function columnRecords(columns: Columns): ColumnRecord[] {
  return columnNames.flatMap((name) =>
    recordsOf(name, columns[name]).map((values, n) => ({ name, n, values })),
  )
}

export async function putColumns(
  db: Database,
  segment: number,
  records: readonly ColumnRecord[],
): Promise<void> {
  await db.segmentColumns.bulkPut(records.map((record) => ({ segment, ...record })))
}

export function bytesOfColumns(records: readonly ColumnRecord[]): number {
  return records.reduce((sum, { values }) => sum + bytesOf(values), 0)
}

/** A whole column of a segment. */
export async function getColumn<Name extends ColumnName>(
  db: Database,
  head: StoredHead,
  name: Name,
): Promise<Columns[Name]> {
  const rows = await db.segmentColumns
    .where('[segment+name+n]')
    .between([head.id, name, 0], [head.id, name, Infinity])
    .toArray()
  return wholeColumn(
    name,
    rows.map(({ values }) => values as ColumnRecords[Name]),
  )
}

/**
 * The numbers of papers in a segment, by id; those it does not have are left out. Only the
 * records that the ids fall in are read.
 */
export async function numbersOf(
  db: Database,
  head: StoredHead,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  const byRecord = Map.groupBy(ids, (id) => idRecordOf(head.firstIds, packId(id)))
  for (const [n, wanted] of byRecord) {
    const row = n < 0 ? undefined : await db.segmentColumns.get([head.id, 'ids', n])
    for (const id of row ? wanted : []) {
      const at = placeOf(row?.values as ColumnRecords['ids'], packId(id))
      if (at >= 0) numbers.set(id, n * docsARecord.ids + at)
    }
  }
  return numbers
}

/** Deletes a segment with all that belongs to it. */
export async function dropSegment(db: Database, id: number): Promise<void> {
  await db.segments.delete(id)
  await db.segmentBlocks.where('[segment+list+n]').between([id], [id, []]).delete()
  await db.segmentColumns.where('[segment+name+n]').between([id], [id, []]).delete()
}
