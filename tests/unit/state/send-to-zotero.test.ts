import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { writeLocal } from '../../../lib/local-store.ts'
import { defaultEndpoint } from '../../../lib/settings.ts'
import { zoteroCommands } from '../../../lib/state/send-to-zotero.ts'
import type { SendView } from '../../../lib/state/send-view.ts'
import { startZotero } from '../../support/zotero/zotero-server.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const request = vi.fn()
const contains = vi.fn()
const ids = makeIds(3)

beforeEach(() => {
  fakeBrowser.reset()
  request.mockReset().mockResolvedValue(true)
  contains.mockReset().mockResolvedValue(false)
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(contains)
})

afterEach(() => void vi.restoreAllMocks())

async function open() {
  const db = openDatabase()
  const zotero = await startZotero()
  onTestFinished(() => zotero.close())
  await writeLocal({ settings: { endpoint: defaultEndpoint, zoteroPort: zotero.port } })
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  const view = signal<SendView>({ ids: [] })
  return { db, zotero, view, commands: zoteroCommands(db, view) }
}

test('Zotero’s host is asked for within the click, before anything else is done', async () => {
  const { commands } = await open()
  const sending = commands.send(ids)
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['http://127.0.0.1/*'] })
  await sending
})

test('papers are sent with the reader’s own copy, tags and note', async () => {
  const { db, zotero, view, commands } = await open()
  const record = makePaper({ id: '2608.00002', title: 'As it was saved' })
  await db.saved.put(makeSaved({ id: '2608.00002', record, tags: ['moe'], note: 'Good.' }))
  await commands.send(ids)
  expect(zotero.items).toMatchObject([
    { id: '2608.00001', notes: [] },
    {
      id: '2608.00002',
      title: 'As it was saved',
      tags: [{ tag: 'moe' }],
      notes: [{ note: '<p>Good.</p>' }],
    },
    { id: '2608.00003' },
  ])
  expect(view.value).toMatchObject({ ids, zotero: { state: 'done' } })
})

test('without leave nothing is sent, and it is told how to give it', async () => {
  const { zotero, view, commands } = await open()
  request.mockResolvedValue(false)
  await commands.send(ids)
  expect(zotero.requests).toEqual([])
  expect(view.value.zotero).toMatchObject({ state: 'stopped' })
  expect(view.value.zotero?.problem).toMatch(/not given Paperboy access to 127\.0\.0\.1/)

  request.mockResolvedValue(true)
  await commands.goOn()
  expect(zotero.items).toHaveLength(3)
})

test('leave given before is enough where a click is not seen', async () => {
  const { zotero, commands } = await open()
  request.mockRejectedValue(new Error('not a user gesture'))
  contains.mockResolvedValue(true)
  await commands.send(ids)
  expect(zotero.items).toHaveLength(3)
})

describe('sending the same papers again', () => {
  test('goes on where it stopped, and doubles nothing', async () => {
    const { zotero, view, commands } = await open()
    zotero.faults = ['reset-after', 'reset-before']
    await commands.send(ids)
    expect(view.value.zotero?.state).toBe('stopped')
    await commands.send(ids)
    expect(zotero.items).toHaveLength(3)
    expect(view.value.zotero?.state).toBe('done')
  })

  test('while they are on their way does nothing', async () => {
    const { zotero, commands } = await open()
    await Promise.all([commands.send(ids), commands.send(ids), commands.goOn()])
    expect(zotero.items).toHaveLength(3)
  })
})

describe('a page that is closed in the midst of it', () => {
  /** What remains of a page: the database, and a Zotero that answers. */
  async function half(faults: Awaited<ReturnType<typeof open>>['zotero']['faults']) {
    const page = await open()
    await page.db.papers.bulkPut(makeIds(45).map((id) => makePaper({ id })))
    page.zotero.faults = faults
    await page.commands.send(makeIds(45))
    expect(page.view.value.zotero?.state).toBe('stopped')
    page.zotero.faults = []
    const view = signal<SendView>({ ids: [] })
    return { ...page, view, commands: zoteroCommands(page.db, view) }
  }
  const inLibrary = (zotero: { items: { id: string }[] }) => zotero.items.map(({ id }) => id)

  test.each([
    ['before Zotero saved', ['reset-before', 'reset-before']],
    ['after Zotero saved', ['reset-after', 'reset-before']],
  ] as const)('%s leaves another to go on, which doubles nothing', async (_when, faults) => {
    const { db, zotero, view, commands } = await half([undefined, ...faults])
    await commands.send(makeIds(45))
    expect(inLibrary(zotero).toSorted()).toEqual(makeIds(45))
    expect(view.value.zotero?.state).toBe('done')
    expect(await db.outbox.count()).toBe(0)
  })

  test.each([
    ['before Zotero saved', 'reset-before'],
    ['after Zotero saved', 'reset-after'],
  ] as const)('%s doubles nothing, in whatever parts it is sent', async (_when, fault) => {
    const { zotero, commands } = await half([undefined, fault, 'reset-before'])
    await commands.send(makeIds(45).slice(15, 30))
    await commands.send(makeIds(45))
    const counts = Map.groupBy(inLibrary(zotero), (id) => id)
    expect([...counts.keys()].toSorted()).toEqual(makeIds(45))
    // What was sent to its end in between, and then again, is there twice at the reader's wish.
    const twice = [...counts].filter(([, each]) => each.length > 1).map(([id]) => id)
    expect(makeIds(45).slice(15, 30)).toEqual(expect.arrayContaining(twice))
  })

  test('has nothing left to remember once all is there: then sending is sending again', async () => {
    const { db, zotero, commands } = await open()
    await commands.send(ids)
    expect(await db.outbox.count()).toBe(0)
    await commands.send(ids)
    expect(zotero.items).toHaveLength(6)
  })
})

test('a paper that has yet to be looked up is left out and named', async () => {
  const { db, zotero, view, commands } = await open()
  await db.saved.put(makeSaved({ id: '2608.00002', pendingSince: 5 }))
  await commands.send(ids)
  expect(zotero.items.map(({ id }) => id)).toEqual(['2608.00001', '2608.00003'])
  expect(view.value.zotero).toMatchObject({
    text: 'All 2 papers are in Zotero, in “My Library”. 1 paper was left out.',
    missing: [{ id: '2608.00002', reason: 'Paperboy has yet to look it up' }],
  })
})

test('papers that are not stored any more are told', async () => {
  const { zotero, view, commands } = await open()
  await commands.send(['2601.00001'])
  expect(view.value.zotero?.problem).toMatch(/no longer stored/)
  expect(zotero.requests).toEqual([])
})
