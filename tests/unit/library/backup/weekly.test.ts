import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLibraryState, writeLibraryState } from '../../../../lib/db/library-state.ts'
import { isWeeklyDue, writeWeekly } from '../../../../lib/library/backup/weekly.ts'
import { decodeFile } from '../../../../lib/library/bring-in/decode-file.ts'
import { readAll } from '../../../../lib/library/bring-in/read-all.ts'
import type { WeeklyFile } from '../../../../lib/model/backup.ts'
import { makeSaved } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

const now = new Date(2026, 10, 25, 9).getTime()
const weekMs = 7 * 86_400_000
const to = { kind: 'downloads' } as const
const put = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  put.mockReset().mockResolvedValue(undefined)
})

async function open(weekly: WeeklyFile | undefined = { to }) {
  const db = openDatabase()
  await db.saved.put(makeSaved())
  await writeLibraryState(db, 'weeklyFile', weekly)
  return db
}

describe('the weekly file', () => {
  test.each<[string, WeeklyFile | undefined, boolean]>([
    ['nobody asked for', undefined, false],
    ['was never written', { to }, true],
    ['is six days old', { to, checkedAt: now - weekMs + 1 }, false],
    ['is seven days old', { to, checkedAt: now - weekMs }, true],
    ['is of a time that has not come yet', { to, checkedAt: now + 1 }, true],
    ['failed just now', { to, failed: { problem: 'No.', at: now - 1 } }, false],
    [
      'failed an hour ago',
      { to, checkedAt: now, failed: { problem: 'No.', at: now - 3_600_000 } },
      true,
    ],
  ])('that %s: due or not', (_what, weekly, isDue) => {
    expect(isWeeklyDue(weekly, now)).toBe(isDue)
  })

  test('is put where the reader said, packed, under the day’s name, and is a backup', async () => {
    const db = await open()
    await writeWeekly(db, put, { now })
    const name = 'paperboy-backup-2026-11-25.json.gz'
    expect(put).toHaveBeenCalledWith(to, name, expect.any(Blob))
    const file = await readAll(await decodeFile(put.mock.calls[0]?.[2] as Blob))
    expect(file).toMatchObject({ format: 'Paperboy backup', entries: [{ id: '2608.00001' }] })
    expect(file.rest?.damage).toBeUndefined()
    expect(await readLibraryState(db, 'weeklyFile')).toMatchObject({
      to,
      name,
      writtenAt: now,
      checkedAt: now,
    })
  })

  test('is not written again while nothing changes, but when the reader asks', async () => {
    const db = await open()
    await writeWeekly(db, put, { now })
    await writeWeekly(db, put, { now: now + weekMs })
    expect(put).toHaveBeenCalledTimes(1)
    expect(await readLibraryState(db, 'weeklyFile')).toMatchObject({
      writtenAt: now,
      checkedAt: now + weekMs,
    })
    await writeWeekly(db, put, { now: now + weekMs + 1, isAsked: true })
    expect(put).toHaveBeenCalledTimes(2)
  })

  test('that cannot be written is told, tried again later, and told no more once it is there', async () => {
    const db = await open()
    put.mockRejectedValueOnce(new Error('The browser has withdrawn its leave.'))
    await writeWeekly(db, put, { now })
    expect(await readLibraryState(db, 'weeklyFile')).toEqual({
      to,
      failed: { problem: 'The browser has withdrawn its leave.', at: now },
    })
    await writeWeekly(db, put, { now: now + 60_000 })
    expect(put).toHaveBeenCalledTimes(1)
    await writeWeekly(db, put, { now: now + 3_600_000 })
    expect(await readLibraryState(db, 'weeklyFile')).not.toHaveProperty('failed')
  })

  test('that the reader stops while it is written is not begun anew by that', async () => {
    const db = await open()
    put.mockImplementation(() => writeLibraryState(db, 'weeklyFile', undefined))
    await writeWeekly(db, put, { now })
    expect(await readLibraryState(db, 'weeklyFile')).toBeUndefined()
  })
})
