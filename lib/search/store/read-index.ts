import type { Database } from '../../db/database.ts'
import type { StoredBlock, StoredChunk, TermList } from '../../model/search-index.ts'
import type { IndexStore } from '../index-reader.ts'
import { CorruptBlockError } from '../segment/block.ts'

interface Wanted {
  table: 'segmentBlocks' | 'segmentChunks'
  key: IDBValidKey
  resolve: (row: unknown) => void
  reject: (error: unknown) => void
}

/**
 * The index as it lies in the database. A query asks for a dozen blocks at once: those asked
 * for in one turn are read in one plain transaction, which costs a fraction of a dozen.
 */
export function storedIndex(db: Database): IndexStore {
  let wanted: Wanted[] = []

  function read<Row>(table: Wanted['table'], key: IDBValidKey): Promise<Row | undefined> {
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
      const transaction = db.backendDB().transaction(['segmentBlocks', 'segmentChunks'])
      for (const { table, key, resolve, reject } of lot) {
        const request = transaction.objectStore(table).get(key)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      }
    } catch (error) {
      for (const { reject } of lot) reject(error)
    }
  }

  return {
    async heads() {
      const heads = await db.segments.toArray()
      return heads.filter(({ isPending }) => !isPending)
    },
    async block(segment: number, list: TermList, n: number) {
      return (await read<StoredBlock>('segmentBlocks', [segment, list, n]))?.bytes
    },
    async docIds(segment, chunk) {
      const row = await read<StoredChunk>('segmentChunks', [segment, chunk])
      // Merged away between two reads, or lost: either way what was found has no name.
      if (!row) throw new CorruptBlockError('A lot of ids of the search index is missing.')
      return row.ids
    },
  }
}
