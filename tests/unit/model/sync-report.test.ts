import { expect, test } from 'vitest'
import { dayRef } from '../../../lib/model/listing.ts'
import { droppedOf } from '../../../lib/model/sync-report.ts'

test('every record that could not be read is told with its listing', () => {
  const outcome = { result: 'stored' as const, papers: 1, added: 0 }
  const report = {
    endpoint: 'https://feed.example',
    startedAt: 0,
    endedAt: 1,
    outcomes: [
      { ...outcome, ref: dayRef('2026-08-20'), dropped: [] },
      { ...outcome, ref: dayRef('2026-08-21'), dropped: [{ index: 3, reason: 'no title' }] },
    ],
  }
  expect(droppedOf(report)).toEqual([{ ref: dayRef('2026-08-21'), index: 3, reason: 'no title' }])
})
