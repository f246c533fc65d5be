import type { Database } from '../../db/database.ts'
import type {
  BlockList,
  ColumnName,
  Columns,
  IndexStateRow,
  SegmentHead,
  StoredBlock,
  StoredColumn,
  StoredHead,
} from '../../model/search-index.ts'
import type { IndexStore } from '../index-reader.ts'
import { CorruptIndexError } from '../segment/seal.ts'
import { segmentFormat } from '../segment/segment.ts'

interface Wanted {
  table: 'segmentBlocks' | 'segmentColumns' | 'segments' | 'indexState'
  /** Absent: every row. */
  key?: IDBValidKey
  resolve: (row: unknown) => void
  reject: (error: unknown) => void
}

/**
 * The index as it lies in the database. A query asks for a dozen blocks at once: those asked
 * for in one turn are read in one plain transaction, which costs a fraction of a dozen.
 */
export function storedIndex(db: Database): IndexStore {
  let wanted: Wanted[] = []

  function read<Row>(table: Wanted['table'], key?: IDBValidKey): Promise<Row> {
    return new Promise((resolve, reject) => {
      wanted.push({ table, key, resolve: resolve as Wanted['resolve'], reject })
      if (wanted.length === 1) queueMicrotask(() => void readWanted())
    })
  }

  async function readWanted(): Promise<void> {
    if (!db.isOpen()) await db.open().catch(() => {})
    const lot = wanted
    wanted = []
    try {
      const tables = new Set(lot.map(({ table }) => table))
      const transaction = db.backendDB().transaction([...tables])
      for (const { table, key, resolve, reject } of lot) {
        const store = transaction.objectStore(table)
        const request = key === undefined ? store.getAll() : store.get(key)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      }
    } catch (error) {
      for (const { reject } of lot) reject(error)
    }
  }

  return {
    async heads() {
      const [heads, state] = await Promise.all([
        read<StoredHead[]>('segments'),
        read<IndexStateRow[]>('indexState'),
        // Dexie sees no plain reads: by this one a live query learns of new segments.
        db.segments.limit(1).primaryKeys(),
      ])
      return answeringHeads(heads, state)
    },
    async block(segment: number, list: BlockList, n: number) {
      const row = await read<StoredBlock | undefined>('segmentBlocks', [segment, list, n])
      return row?.bytes ?? missing()
    },
    async column<Name extends ColumnName>(segment: number, name: Name, n: number) {
      const row = await read<StoredColumn | undefined>('segmentColumns', [segment, name, n])
      return (row?.values as Columns[Name] | undefined) ?? missing()
    },
  }
}

// Merged away between two reads, or lost: either way the answer must be sought once more.
function missing(): never {
  throw new CorruptIndexError('A part of the search index is missing.')
}

/** The segments that may be asked; undefined while there is no whole index that can be read. */
function answeringHeads(
  heads: readonly StoredHead[],
  state: readonly IndexStateRow[],
): SegmentHead[] | undefined {
  const rebuild = state.find((row) => row.name === 'rebuild')?.value
  if (rebuild && rebuild.answering === undefined) return undefined
  const answering = heads.filter(
    ({ isPending, generation }) => !isPending && (!rebuild || generation === rebuild.answering),
  )
  return answering.every(({ format }) => format === segmentFormat) ? answering : undefined
}
