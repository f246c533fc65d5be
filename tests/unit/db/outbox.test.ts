import { expect, test } from 'vitest'
import { markArrived, putIntoOutbox, readOutbox, takeOutOfOutbox } from '../../../lib/db/outbox.ts'
import { openDatabase } from '../open-database.ts'

const ids = ['2608.00001', '2608.00002', '2608.00003']
const there = (rows: { id: string; isThere: boolean }[]) =>
  rows.filter(({ isThere }) => isThere).map(({ id }) => id)

test('papers are in doubt from before they are handed over until they have arrived', async () => {
  const db = openDatabase()
  await putIntoOutbox(db, 'one', ids)
  expect(await readOutbox(db, ids)).toEqual(
    ids.map((id) => ({ id, session: 'one', isThere: false })),
  )
  await markArrived(db, 'one', ids, false)
  expect(there(await readOutbox(db, ids))).toEqual(ids)
  await takeOutOfOutbox(db, ids)
  expect(await readOutbox(db, ids)).toEqual([])
})

test('what Zotero had of a session, it has of every paper in it', async () => {
  const db = openDatabase()
  await putIntoOutbox(db, 'one', ids)
  await markArrived(db, 'one', ids.slice(0, 1), true)
  expect(there(await readOutbox(db, ids))).toEqual(ids)
})

test('what Zotero had nothing of is no longer in doubt, and another session is left alone', async () => {
  const db = openDatabase()
  await putIntoOutbox(db, 'one', ids.slice(0, 2))
  await putIntoOutbox(db, 'two', ids.slice(2))
  await markArrived(db, 'one', ids.slice(0, 1), false)
  expect(await readOutbox(db, ids)).toEqual([
    { id: ids[0], session: 'one', isThere: true },
    { id: ids[2], session: 'two', isThere: false },
  ])
})
