import { expect, test } from 'vitest'
import { readSyncState, writeSyncState } from '../../../lib/db/sync-state.ts'
import { pauseUntil } from '../../../lib/model/back-off.ts'
import { openDatabase } from '../open-database.ts'

test('each part of the state is written and taken away by itself', async () => {
  const db = openDatabase()
  const backOff = pauseUntil('https://feed.example', 5, 'No more.')
  const report = { endpoint: 'https://feed.example', startedAt: 1, endedAt: 2, outcomes: [] }
  expect(await readSyncState(db)).toEqual({})
  await writeSyncState(db, 'backOff', backOff)
  await writeSyncState(db, 'report', report)
  expect(await readSyncState(db)).toEqual({ backOff, report })
  await writeSyncState(db, 'backOff', undefined)
  expect(await readSyncState(db)).toEqual({ report })
})
