import { type DatabaseFixture, writeRaw } from './database-fixture.ts'
import { createStores as createFirst, rows as first } from './version-1.ts'
import { createReleased, rows as second } from './version-2.ts'
import { createIndexStores, rows as fourth } from './version-4.ts'

const library = { status: 'reading', tags: ['nothing', 'thesis'], savedFrom: 'page' }
const stamps = {
  saved: '0mt0fz2w0-0000-m4ch1ne0',
  status: '0mt0fz2w1-0000-m4ch1ne0',
  note: '0mt0fz2w1-0001-m4ch1ne0',
  tags: { nothing: '0mt0fz2w2-0000-m4ch1ne0', gone: '0mt0fz2w2-0001-m4ch1ne0' },
}

export const rows = {
  ...first,
  ...second,
  ...fourth,
  saved: first.saved.map((row) => ({ ...row, ...library, note: 'For *Friday*', stamps })),
  released: second.released.map((row) => ({ ...row, ...library, stamps })),
  tombstones: [{ id: '2608.00004', stamp: '0mt0fz2w3-0000-m4ch1ne0' }],
  libraryState: [
    { name: 'clock', value: { machine: 'm4ch1ne0', last: '0mt0fz2w3-0000-m4ch1ne0' } },
    { name: 'dailyBackup', value: { checkedAt: 1_786_700_400_000 } },
    { name: 'weeklyFile', value: { to: { kind: 'downloads' }, writtenAt: 1_786_700_400_000 } },
  ],
  backups: [
    { madeAt: 1_786_700_400_000, checksum: 'crc32:0badcafe', saved: 2, bin: 1, byteLength: 2 },
  ],
  backupBytes: [{ madeAt: 1_786_700_400_000, bytes: new Uint8Array([0x1f, 0x8b]) }],
  outbox: [{ id: '2608.00003', session: '6d0c1f2e', isThere: true }],
}

/** The database whose saved papers have a status, tags, and stamps for merging. */
export const version5: DatabaseFixture = {
  version: 5,
  rows,
  write: (name) => writeRaw(name, 5, rows, createStores),
}

export function createStores(database: IDBDatabase, transaction: IDBTransaction): void {
  createFirst(database)
  createReleased(database)
  createIndexStores(database)
  const saved = transaction.objectStore('saved')
  saved.createIndex('status', 'status')
  saved.createIndex('tags', 'tags', { multiEntry: true })
  for (const path of ['stamps.note', 'pendingSince', 'record.publishedAt', 'record.upvotes']) {
    saved.createIndex(path, path)
  }
  database.createObjectStore('tombstones', { keyPath: 'id' })
  database.createObjectStore('libraryState', { keyPath: 'name' })
  database.createObjectStore('backups', { keyPath: 'madeAt' })
  database.createObjectStore('backupBytes', { keyPath: 'madeAt' })
  database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('session', 'session')
}
