import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { savePaper } from '../../../lib/db/saved.ts'
import { onLibraryAlarm, syncAfterChanges } from '../../../lib/sync-library/alarm.ts'
import { browserItems, onItemsFromElsewhere } from '../../../lib/sync-library/item-store.ts'
import { describeRefusal, quotaOf } from '../../../lib/sync-library/quota.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => void vi.restoreAllMocks())

const alarm = () => fakeBrowser.alarms.get('library')

async function openWithPaper() {
  const db = openDatabase()
  await db.papers.put(makePaper())
  syncAfterChanges(db)
  return db
}

describe('a change of the library', () => {
  test('is synced a minute later, along with those that follow', async () => {
    const db = await openWithPaper()
    await savePaper(db, '2608.00001', 1)
    await vi.waitFor(async () => expect(await alarm()).toBeDefined())
    const first = (await alarm())?.scheduledTime ?? 0
    expect(Math.abs(first - Date.now() - 60_000)).toBeLessThan(5000)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await db.papers.put(makePaper({ id: '2608.00002' }))
    await savePaper(db, '2608.00002', 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await alarm())?.scheduledTime).toBe(first)
  })

  test('is synced though an alarm of long ago was never heard', async () => {
    await fakeBrowser.alarms.create('library', { when: Date.now() - 3_600_000 })
    const db = await openWithPaper()
    await savePaper(db, '2608.00001', 1)
    await vi.waitFor(async () =>
      expect((await alarm())?.scheduledTime ?? 0).toBeGreaterThan(Date.now()),
    )
  })

  test('of the feed is none of the library', async () => {
    const db = await openWithPaper()
    await db.papers.put(makePaper({ upvotes: 9 }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await alarm()).toBeFalsy()
  })
})

test('its own alarm is heard, and no other', async () => {
  const sync = vi.fn()
  onLibraryAlarm(sync)
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'sync' } as never)
  expect(sync).not.toHaveBeenCalled()
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'library' } as never)
  expect(sync).toHaveBeenCalledOnce()
})

test('what comes from another machine is heard, and not what was written here', async () => {
  const callback = vi.fn()
  onItemsFromElsewhere(callback)
  await browserItems.write({ 'p1.0': 'ours' })
  await browserItems.remove(['p1.0'])
  await fakeBrowser.storage.local.set({ 'p1.0': 'not synced' })
  expect(callback).not.toHaveBeenCalled()
  await fakeBrowser.storage.sync.set({ 'p1.0': 'theirs' })
  expect(callback).toHaveBeenCalledOnce()
})

describe('a refusal', () => {
  test.each([
    ['QUOTA_BYTES quota exceeded', 'total', /full/],
    ['Error: QUOTA_BYTES_PER_ITEM quota exceeded', 'item', /full/],
    ['Resource::kQuotaBytes quota exceeded', 'total', /full/],
    ['Resource::kQuotaBytesPerItem quota exceeded', 'item', /full/],
    ['MAX_ITEMS quota exceeded', 'total', /full/],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'rate', /pause/],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'total', /full/],
    ['Sync is disabled', undefined, /Sync is disabled/],
  ] as const)('in the words %j is understood', (message, quota, words) => {
    expect(quotaOf(new Error(message))).toBe(quota)
    expect(describeRefusal(new Error(message))).toMatch(words)
  })
})
