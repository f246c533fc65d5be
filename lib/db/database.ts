import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Backup, BackupBytes } from '../model/backup.ts'
import type { LibraryStateRow } from '../model/library-state.ts'
import type { Listing, ListingKind } from '../model/listing.ts'
import type { Observation } from '../model/observation.ts'
import type { OutboxRow } from '../model/outbox.ts'
import type { Paper } from '../model/paper.ts'
import type { Picture } from '../model/picture.ts'
import type { ReleasedPaper, SavedPaper, Tombstone } from '../model/saved-paper.ts'
import {
  type BlockList,
  type ColumnName,
  type IndexStateRow,
  rebuildFromStart,
  type StoredBlock,
  type StoredColumn,
  type StoredHead,
} from '../model/search-index.ts'
import { stampAt } from '../model/stamp.ts'
import type { SyncStateRow } from '../model/sync-state.ts'

const databaseName = 'paperboy'

/** A paper the reader has opened. */
export interface Read {
  id: string
  /** ms */
  readAt: number
}

/**
 * Everything Paperboy remembers. Text is never indexed here: a search index of its own
 * does that. Every version ever released stays in this class, so that a database of any
 * age opens, and has a fixture under tests/support/databases.
 */
export class PaperboyDatabase extends Dexie {
  papers!: EntityTable<Paper, 'id'>
  listings!: Table<Listing, [ListingKind, string]>
  observations!: Table<Observation, [string, number]>
  saved!: EntityTable<SavedPaper, 'id'>
  released!: EntityTable<ReleasedPaper, 'id'>
  tombstones!: EntityTable<Tombstone, 'id'>
  libraryState!: Table<LibraryStateRow, string>
  backups!: EntityTable<Backup, 'madeAt'>
  backupBytes!: EntityTable<BackupBytes, 'madeAt'>
  outbox!: EntityTable<OutboxRow, 'id'>
  reads!: EntityTable<Read, 'id'>
  syncState!: Table<SyncStateRow, string>
  segments!: EntityTable<StoredHead, 'id'>
  segmentBlocks!: Table<StoredBlock, [number, BlockList, number]>
  segmentColumns!: Table<StoredColumn, [number, ColumnName, number]>
  indexState!: Table<IndexStateRow, string>
  pictures!: EntityTable<Picture, 'id'>

  constructor(name = databaseName) {
    super(name)
    this.version(1).stores({
      papers: 'id',
      listings: '[kind+key]',
      observations: '[paperId+at]',
      saved: 'id, savedAt',
      reads: 'id',
      syncState: 'name',
    })
    this.version(2).stores({ released: 'id, releasedAt' })
    this.version(3)
      .stores({
        papers: 'id, publishedAt, upvotes',
        segments: '++id',
        segmentBlocks: '[segment+list+n]',
        segmentChunks: '[segment+n]',
        indexState: 'name',
      })
      // What is stored already is put into the search index in the background, bit by bit.
      .upgrade((transaction) => transaction.table('indexState').put(rebuildFromStart))
    this.version(4)
      .stores({ papers: 'id', segmentColumns: '[segment+name+n]', segmentChunks: null })
      // The index is laid out anew: built of the papers, as above.
      .upgrade(async (transaction) => {
        await transaction.table('segments').clear()
        await transaction.table('segmentBlocks').clear()
        await transaction.table('indexState').clear()
        await transaction.table('indexState').put(rebuildFromStart)
      })
    this.version(5)
      .stores({
        // By `stamps.note` the few papers with a note are found without reading all the others.
        saved:
          'id, savedAt, status, *tags, stamps.note, pendingSince, record.publishedAt, record.upvotes',
        tombstones: 'id',
        libraryState: 'name',
        backups: 'madeAt',
        backupBytes: 'madeAt',
        outbox: 'id, session',
      })
      .upgrade(async (transaction) => {
        const add = (row: Partial<SavedPaper>) => {
          row.status ??= 'to-read'
          row.tags ??= []
          row.stamps ??= { saved: stampAt(row.savedAt ?? 0) }
        }
        await transaction.table('saved').toCollection().modify(add)
        await transaction.table('released').toCollection().modify(add)
        const released: ReleasedPaper[] = await transaction.table('released').toArray()
        const isSaved = new Set(await transaction.table('saved').toCollection().primaryKeys())
        await transaction
          .table('tombstones')
          .bulkPut(
            released
              .filter(({ id }) => !isSaved.has(id))
              .map(({ id, releasedAt }) => ({ id, stamp: stampAt(releasedAt) })),
          )
      })
    this.version(6).stores({ pictures: 'id, storedAt' })
  }

  /**
   * Calls back after each write, by whatever page or the background, to a table or to one of the
   * `parts` named: `saved/savedAt` for an index, `saved/:dels` for what was taken out. Returns
   * how to stop.
   */
  onWrite(parts: string | readonly string[], callback: () => void): () => void {
    const wanted = [parts].flat().map((part) => `idb://${this.name}/${part}`)
    const listener = (written: Record<string, unknown>) => {
      const isTouched = Object.entries(written).some(
        ([path, keys]) =>
          // Dexie names the indexes that a write left alone, too, with no keys.
          'from' in Object(keys) &&
          wanted.some((part) => path === part || path.startsWith(`${part}/`)),
      )
      if (isTouched) callback()
    }
    Dexie.on('storagemutated', listener)
    return () => Dexie.on.storagemutated.unsubscribe(listener)
  }
}

export type Database = PaperboyDatabase
