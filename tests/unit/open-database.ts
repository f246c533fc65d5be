import 'fake-indexeddb/auto'
import { onTestFinished } from 'vitest'
import { PaperboyDatabase } from '../../lib/db/database.ts'

let count = 0

/** A new, empty database that is gone after the test. */
export function openDatabase(name = `test-${++count}`): PaperboyDatabase {
  const db = new PaperboyDatabase(name)
  onTestFinished(() => db.delete())
  return db
}
