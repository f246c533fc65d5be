import { signal } from '@preact/signals'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { writeLocal } from '../../../lib/local-store.ts'
import { forgetHubToken, writeHubToken } from '../../../lib/send/hub-token.ts'
import { collectionCommands } from '../../../lib/state/send-to-collection.ts'
import type { SendView } from '../../../lib/state/send-view.ts'
import { startHub } from '../../support/hub/hub-server.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { serve } from '../serve.ts'

const ids = makeIds(3)

beforeEach(() => fakeBrowser.reset())

async function open(options?: Parameters<typeof startHub>[0]) {
  const db = openDatabase()
  const hub = await startHub(options)
  onTestFinished(() => hub.close())
  hub.collections.push(
    { slug: 'ada/reading-1', title: 'Reading', private: false, items: [] },
    { slug: 'analytical/engine-1', title: 'Engine', private: true, items: [] },
  )
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  await writeHubToken({ token: hub.options.token, sentTo: hub.url })
  const view = signal<SendView>({ ids: [] })
  return { db, hub, view, commands: collectionCommands(db, view) }
}

/** Opens the chooser and gives what can be chosen. */
async function choose({ view, commands }: Awaited<ReturnType<typeof open>>) {
  await commands.choose(ids)
  const { chooser } = view.value
  if (chooser?.state !== 'choosing') throw new Error(JSON.stringify(chooser))
  return chooser
}

test('the reader’s collections are offered, and those of organisations', async () => {
  const page = await open()
  const { user, collections, papers, hasNotes } = await choose(page)
  expect([user, papers, hasNotes]).toEqual(['ada', 3, false])
  expect(collections.map(({ title, owner }) => `${owner}: ${title}`)).toEqual([
    ...['ada: Reading', 'analytical: Engine'],
  ])
})

test('papers go into the one that is chosen', async () => {
  const page = await open()
  const { collections } = await choose(page)
  await page.commands.add({ collection: collections[0] as never }, false)
  expect(page.hub.collections[0]?.items.map(({ id }) => id)).toEqual(ids)
  expect(page.view.value).toMatchObject({ collection: { text: 'Added 3 papers to “Reading”.' } })
  expect(page.view.value.chooser).toBeUndefined()
})

test('a note is offered to go along, and a paper yet to be looked up goes in by its id', async () => {
  const page = await open()
  await page.db.saved.put(makeSaved({ id: ids[0] as string, note: 'Good.' }))
  await page.db.saved.put(makeSaved({ id: ids[1] as string, pendingSince: 5 }))
  const { hasNotes, papers, collections } = await choose(page)
  expect([hasNotes, papers]).toEqual([true, 3])
  await page.commands.add({ collection: collections[0] as never }, true)
  expect(page.hub.collections[0]?.items).toHaveLength(3)
  expect(page.hub.collections[0]?.items[0]).toEqual({ id: ids[0], note: 'Good.' })
})

describe('a new collection', () => {
  test('is made and filled', async () => {
    const page = await open()
    await choose(page)
    await page.commands.add({ title: 'Sparse models', isPrivate: true }, false)
    expect(page.hub.collections.at(-1)).toMatchObject({ title: 'Sparse models', private: true })
    expect(page.hub.collections.at(-1)?.items).toHaveLength(3)
  })

  test('that may not be made leaves the dialog open and says why', async () => {
    const page = await open({ role: 'read' })
    await choose(page)
    await page.commands.add({ title: 'Sparse models', isPrivate: true }, false)
    expect(page.view.value.chooser).toMatchObject({ state: 'choosing', isBusy: false })
    expect(page.view.value.chooser).toHaveProperty(
      'problem',
      expect.stringMatching(/may not write/),
    )
  })
})

describe('nothing is asked, and it is told, when', () => {
  test('there is no token', async () => {
    const { hub, view, commands } = await open()
    await forgetHubToken()
    await commands.choose(ids)
    expect(view.value.chooser).toEqual({ state: 'no-token' })
    expect(hub.requests).toEqual([])
  })

  test('the token is not known any more', async () => {
    const { hub, view, commands } = await open()
    hub.options.token = 'hf_anotherToken'
    await commands.choose(ids)
    expect(view.value.chooser).toMatchObject({ state: 'failed' })
    expect(view.value.chooser).toHaveProperty('problem', expect.stringMatching(/Set a new one/))
  })
})

test('the token goes where it was meant for, whatever the endpoint of the feed is', async () => {
  const seen: (string | undefined)[] = []
  const mirror = await serve((request, response) => {
    seen.push(request.headers.authorization)
    response.end('[]')
  })
  await writeLocal({ settings: { endpoint: mirror } })
  const page = await open()
  const { collections } = await choose(page)
  await page.commands.add({ collection: collections[0] as never }, false)
  expect(seen).toEqual([])
  expect(new Set(page.hub.requests.map(({ token }) => token))).toEqual(
    new Set([page.hub.options.token]),
  )
})

test('a chooser that is closed while it asks does not come back', async () => {
  const { view, commands } = await open()
  const asking = commands.choose(ids)
  await Promise.resolve()
  commands.closeChooser()
  await asking
  expect(view.value.chooser).toBeUndefined()
})
