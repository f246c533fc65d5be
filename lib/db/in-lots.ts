import type { EntityTable } from 'dexie'

const rowsALot = 500

/**
 * All rows of a table, by rising id, to be called in a transaction over it: the page gets its
 * turn between two lots, which it would not while all are read at once.
 */
export async function inLots<Row extends { id: string }>(
  table: EntityTable<Row, 'id'>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const after = rows.at(-1)?.id ?? ''
    const lot = (await table.where('id').above(after).limit(rowsALot).toArray()) as Row[]
    rows.push(...lot)
    if (lot.length < rowsALot) return rows
  }
}
