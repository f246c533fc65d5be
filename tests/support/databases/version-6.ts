import { type DatabaseFixture, writeRaw } from './database-fixture.ts'
import { createStores as createFifth, rows as fifth } from './version-5.ts'

const bytes = new Uint8Array([0x52, 0x49, 0x46, 0x46])

const rows = {
  ...fifth,
  pictures: [
    { id: '2608.00001', storedAt: 1_786_700_400_000, type: 'image/webp', bytes, width: 360 },
  ],
}

/** The database with the pictures of papers. */
export const version6: DatabaseFixture = {
  version: 6,
  rows,
  write: (name) =>
    writeRaw(name, 6, rows, (database, transaction) => {
      createFifth(database, transaction)
      database.createObjectStore('pictures', { keyPath: 'id' }).createIndex('storedAt', 'storedAt')
    }),
}
