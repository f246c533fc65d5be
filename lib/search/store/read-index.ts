import type { Database } from '../../db/database.ts'
import { sitePrefixes } from '../../model/is-paper-id.ts'
import type { Paper } from '../../model/paper.ts'
import { isSiteId } from '../../model/paper-id.ts'
import type { SavedPaper } from '../../model/saved-paper.ts'
import type {
  BlockList,
  ColumnRecords,
  IndexStateRow,
  SegmentHead,
  StoredBlock,
  StoredColumn,
  StoredHead,
} from '../../model/search-index.ts'
import type { IndexStore } from '../index-store.ts'
import { missing } from '../segment/seal.ts'
import { segmentFormat } from '../segment/segment.ts'

const indexTables = ['segments', 'segmentBlocks', 'segmentColumns', 'indexState'] as const
const tables = [...indexTables, 'papers', 'saved'] as const

interface Wanted {
  table: (typeof tables)[number]
  /** By which the rows are read, other than by their key. */
  index?: string
  /** Of one row, or of all those in a range; absent: every row. */
  key?: IDBValidKey | IDBKeyRange
  resolve: (row: unknown) => void
  reject: (error: unknown) => void
}

/** Turns that a read waits for others to join it: their answers then come as one. */
const promisesBehind = 8

/**
 * The index as it lies in the database. A query asks for a dozen blocks at once, and for more as
 * soon as these are there: all of it is read in one plain transaction, which stays open as long
 * as the next lot is asked for where the one before is answered. Opening one costs as much as a
 * lot, and within one nothing is merged away.
 */
export function storedIndex(db: Database): IndexStore {
  let wanted: Wanted[] = []
  let transaction: IDBTransaction | undefined
  let isReady = false

  function read<Row>(table: Wanted['table'], key?: Wanted['key'], index?: string): Promise<Row> {
    return new Promise((resolve, reject) => {
      wanted.push({ table, key, index, resolve: resolve as Wanted['resolve'], reject })
      if (wanted.length === 1) void readWanted()
    })
  }

  async function readWanted(): Promise<void> {
    let failure: unknown
    // It says that it is open when its stores are still being brought up to date.
    if (!isReady || !db.isOpen()) failure = await whenOpen()
    // Readers a few promises behind get into the same lot.
    await turns(promisesBehind)
    const lot = wanted
    wanted = []
    try {
      if (failure) throw failure
      const requests = requestAll(lot)
      // All go on at once, when the last is read, so that what they ask for next is a lot again.
      const last = requests.at(-1) as IDBRequest
      last.addEventListener('success', () => {
        for (const [i, { resolve }] of lot.entries()) resolve(requests[i]?.result)
      })
      last.transaction?.addEventListener('abort', () => {
        const reason = last.transaction?.error ?? new Error('A read was ended.')
        for (const { reject } of lot) reject(reason)
      })
    } catch (error) {
      for (const { reject } of lot) reject(error)
    }
  }

  /** Resolves with the reason when it cannot be opened. */
  async function whenOpen(): Promise<unknown> {
    try {
      await db.open()
      isReady = true
    } catch (error) {
      return error ?? new Error('The database cannot be opened.')
    }
  }

  function requestAll(lot: readonly Wanted[]): IDBRequest[] {
    try {
      if (transaction) return requestIn(transaction, lot)
    } catch {
      // It has ended: something else was waited for in between.
    }
    transaction = db.backendDB().transaction([...tables])
    return requestIn(transaction, lot)
  }

  return {
    async heads() {
      const [heads, state] = await Promise.all([
        read<StoredHead[]>('segments'),
        read<IndexStateRow[]>('indexState'),
      ])
      return answeringHeads(heads, state)
    },
    async blocks(segment: number, list: BlockList, numbers: readonly number[]) {
      const [first = 0, last = first] = [numbers[0], numbers.at(-1)]
      const range = IDBKeyRange.bound([segment, list, first], [segment, list, last])
      const rows = await read<StoredBlock[]>('segmentBlocks', range)
      const byNumber = new Map(rows.map(({ n, bytes }) => [n, bytes]))
      return numbers.map((n) => byNumber.get(n) ?? missing())
    },
    async dayRecord(segment: number, n: number) {
      const key = [segment, 'days', n]
      const row = await read<StoredColumn<'days'> | undefined>('segmentColumns', key)
      return row?.values ?? missing()
    },
    async unindexed() {
      const [waiting, ...ofSites] = await Promise.all([
        read<SavedPaper[]>('saved', undefined, 'pendingSince'),
        ...sitePrefixes.map((prefix) =>
          read<SavedPaper[]>('saved', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        ),
      ])
      return [...waiting.filter(({ id }) => !isSiteId(id)), ...ofSites.flat()]
    },
    paper: (id: string) => read<Paper | undefined>('papers', id),
    async column<Name extends 'ids' | 'votes'>(segment: number, name: Name) {
      // In a transaction of its own, so that nobody waits for it: it is read while others are
      // worked with.
      await turns(promisesBehind + 1)
      const range = IDBKeyRange.bound([segment, name], [segment, name, []])
      const store = db.backendDB().transaction('segmentColumns').objectStore('segmentColumns')
      return new Promise<ColumnRecords[Name][]>((resolve, reject) => {
        const request: IDBRequest<StoredColumn<Name>[]> = store.getAll(range)
        request.onsuccess = () => resolve(request.result.map(({ values }) => values))
        request.onerror = () => reject(request.error)
      })
    },
  }
}

/** Lets whoever waits for a promise go on, so many times. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await undefined
}

function requestIn(transaction: IDBTransaction, lot: readonly Wanted[]): IDBRequest[] {
  return lot.map(({ table, key, index }) => {
    const store = transaction.objectStore(table)
    const from = index === undefined ? store : store.index(index)
    const isOne = key !== undefined && !(key instanceof IDBKeyRange)
    return isOne ? from.get(key) : from.getAll(key)
  })
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
