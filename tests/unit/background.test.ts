import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '../../entrypoints/background/index.ts'
import { PaperboyDatabase } from '../../lib/db/database.ts'
import { writeLocal } from '../../lib/local-store.ts'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { FeedServer } from '../support/feed/feed-server.ts'
import { fakeOmnibox } from './fake-omnibox.ts'
import { fakeSurfaces } from './fake-surfaces.ts'
import { makeSaved } from './make-paper.ts'
import { startFeed } from './start-feed.ts'

const db = new PaperboyDatabase()

beforeEach(async () => {
  fakeBrowser.reset()
  fakeOmnibox()
  fakeSurfaces()
  await Promise.all(db.tables.map((table) => table.clear()))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function start(): Promise<FeedServer> {
  const server = await startFeed({ newest: feedDateAt(new Date()) })
  await writeLocal({ settings: { endpoint: server.url } })
  background.main()
  return server
}

const alarm = () => fakeBrowser.alarms.get('sync')
const minutesAhead = (at: number) => (at - Date.now()) / 60_000

test.each([
  ['the extension is installed', () => fakeBrowser.runtime.onInstalled.trigger({} as never)],
  ['the browser starts', () => fakeBrowser.runtime.onStartup.trigger()],
  ['the alarm rings', () => fakeBrowser.alarms.onAlarm.trigger({ name: 'sync' } as never)],
])('when %s the feed is fetched and the next alarm is set', async (_when, happen) => {
  const server = await start()
  await happen()
  const patience = { timeout: 10_000 }
  await vi.waitFor(async () => expect(await db.listings.count()).toBeGreaterThan(6), patience)
  await vi.waitFor(async () => {
    const { scheduledTime } = (await alarm()) ?? { scheduledTime: 0 }
    expect(minutesAhead(scheduledTime)).toBeGreaterThan(1.1)
    expect(minutesAhead(scheduledTime)).toBeLessThan(33)
  }, patience)
  expect(server.mostAtOnce).toBeLessThanOrEqual(2)
})

test('another alarm is none of its business', async () => {
  const server = await start()
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'backup' } as never)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(server.requests).toHaveLength(0)
})

test('a copy of the library is taken after a sync, though the feed cannot be reached', async () => {
  await start()
  await writeLocal({ settings: { endpoint: 'http://127.0.0.1:9' } })
  await db.saved.put(makeSaved())
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'sync' } as never)
  await vi.waitFor(async () => expect(await db.backups.toArray()).toMatchObject([{ saved: 1 }]))
})

test('while a sync is under way an alarm would bring it back, were it cut off', async () => {
  const server = await start()
  server.faults.set('silent')
  await fakeBrowser.runtime.onStartup.trigger()
  await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(0))
  expect(minutesAhead((await alarm())?.scheduledTime ?? 0)).toBeLessThanOrEqual(1)
  // Another endpoint ends it.
  await writeLocal({ settings: { endpoint: 'http://127.0.0.1:9' } })
  await vi.waitFor(async () =>
    expect(minutesAhead((await alarm())?.scheduledTime ?? 0)).toBeGreaterThan(2),
  )
})
