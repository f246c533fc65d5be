import { type DatabaseFixture, writeRaw } from './database-fixture.ts'
import { rows as before, createStores } from './version-1.ts'

const [saved] = before.saved
export const rows = {
  ...before,
  released: [{ ...saved, id: '2608.00004', releasedAt: 1_786_700_500_000 }],
}

/** The database with the papers that were let go, which can be put back. */
export const version2: DatabaseFixture = {
  version: 2,
  rows,
  write: (name) =>
    writeRaw(name, 2, rows, (database) => {
      createStores(database)
      createReleased(database)
    }),
}

export function createReleased(database: IDBDatabase): void {
  const store = database.createObjectStore('released', { keyPath: 'id' })
  store.createIndex('releasedAt', 'releasedAt')
}
