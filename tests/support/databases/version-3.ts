import { type DatabaseFixture, writeRaw } from './database-fixture.ts'
import { createStores, rows as first } from './version-1.ts'
import { createReleased, rows as second } from './version-2.ts'

const rows = {
  ...first,
  ...second,
  segments: [
    {
      id: 1,
      format: 1,
      docCount: 2,
      removed: [1],
      firstTerms: { postings: ['ada'], words: ['ada'], backwards: ['gnihton'] },
      chunkIds: ['2608.00001'],
      byteLength: 3,
    },
  ],
  segmentBlocks: [{ segment: 1, list: 'postings', n: 0, bytes: new Uint8Array([1, 2, 3]) }],
  segmentChunks: [{ segment: 1, n: 0, ids: ['2608.00001', '2608.00002'] }],
  indexState: [{ name: 'rebuild', value: { afterId: '2608.00001' } }],
}

/** The database with the first search index. */
export const version3: DatabaseFixture = {
  version: 3,
  rows,
  write: (name) =>
    writeRaw(name, 3, rows, (database, transaction) => {
      createStores(database)
      createReleased(database)
      const papers = transaction.objectStore('papers')
      papers.createIndex('publishedAt', 'publishedAt')
      papers.createIndex('upvotes', 'upvotes')
      database.createObjectStore('segments', { keyPath: 'id', autoIncrement: true })
      database.createObjectStore('segmentBlocks', { keyPath: ['segment', 'list', 'n'] })
      database.createObjectStore('segmentChunks', { keyPath: ['segment', 'n'] })
      database.createObjectStore('indexState', { keyPath: 'name' })
    }),
}
