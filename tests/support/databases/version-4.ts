import { type DatabaseFixture, writeRaw } from './database-fixture.ts'
import { createStores, rows as first } from './version-1.ts'
import { createReleased, rows as second } from './version-2.ts'

/** What lies in the tables of the search index. */
export const rows = {
  segments: [
    {
      id: 1,
      format: 2,
      analysis: 1,
      generation: 1,
      docCount: 2,
      removed: [1],
      firstTerms: { words: ['ada'], backwards: ['gnihton'] },
      pageCount: 1,
      firstIds: [521_600_003],
      byteLength: 3,
    },
  ],
  segmentBlocks: [{ segment: 1, list: 'postings', n: 0, bytes: new Uint8Array([1, 2, 3]) }],
  segmentColumns: [{ segment: 1, name: 'days', n: 0, values: new Uint16Array([20_000, 20_001]) }],
  indexState: [{ name: 'rebuild', value: { afterId: '2608.00001', building: 2, answering: 1 } }],
}

/** The database whose search index keeps columns, and no other index on papers. */
export const version4: DatabaseFixture = {
  version: 4,
  rows: { ...first, ...second, ...rows },
  write: (name) =>
    writeRaw(name, 4, { ...first, ...second, ...rows }, (database) => {
      createStores(database)
      createReleased(database)
      createIndexStores(database)
    }),
}

export function createIndexStores(database: IDBDatabase): void {
  database.createObjectStore('segments', { keyPath: 'id', autoIncrement: true })
  database.createObjectStore('segmentBlocks', { keyPath: ['segment', 'list', 'n'] })
  database.createObjectStore('segmentColumns', { keyPath: ['segment', 'name', 'n'] })
  database.createObjectStore('indexState', { keyPath: 'name' })
}
