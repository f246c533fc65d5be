import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readSyncState, writeSyncState } from '../../../lib/db/sync-state.ts'
import { writeLocal } from '../../../lib/local-store.ts'
import { onCommand } from '../../../lib/messages.ts'
import { writeHubToken } from '../../../lib/send/hub-token.ts'
import { openEveryMachine } from '../../../lib/state/every-machine.ts'
import { changeChoices, readChoices } from '../../../lib/sync-library/choices.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { openDatabase } from '../open-database.ts'
import { plainAnswers } from '../plain-answers.ts'
import { serve } from '../serve.ts'

const request = vi.fn()
const remove = vi.fn()
const syncLibrary = vi.fn()
const account = { user: 'ada', password: 'secret' }

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
  vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(remove)
  request.mockReset().mockResolvedValue(true)
  remove.mockReset().mockResolvedValue(true)
  syncLibrary.mockReset().mockResolvedValue(true)
  onCommand({ ...plainAnswers, syncLibrary })
})

afterEach(() => void vi.restoreAllMocks())

async function open() {
  const db = openDatabase()
  const [model, commands] = openEveryMachine(await readChoices(), db)
  return { db, model, commands }
}

/** A folder on a server that takes one password, and one that answers everything with a status. */
function serveFolder(status?: number): Promise<string> {
  return serve((asked, response) => {
    const listing =
      '<multistatus xmlns="DAV:"><response><href>/dav/</href><propstat><prop><resourcetype>' +
      '<collection/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>'
    const body = asked.method === 'PROPFIND' && !status ? listing : undefined
    response.writeHead(status ?? (body ? 207 : 204)).end(body)
  })
}

describe('a WebDAV folder', () => {
  test('is kept once it was tried, with its host’s leave asked for on the click', async () => {
    const { model, commands } = await open()
    const url = `${await serveFolder()}/dav`
    const turning = commands.turnOnFolder({ url, ...account })
    // Before anything is waited for, or a browser would refuse to ask.
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['http://127.0.0.1/*'] })
    await turning
    expect(model.message.value).toMatch(/answered well, and no machine is there yet/)
    expect((await readChoices()).webdav).toEqual({ url: `${url}/`, ...account })
    expect(JSON.stringify(model)).not.toContain('secret')
    expect(model.folder.value).toEqual({ url: `${url}/`, user: 'ada' })
    expect(syncLibrary).toHaveBeenCalledOnce()
  })

  test('is only tried by a test', async () => {
    const { model, commands } = await open()
    await commands.tryFolder({ url: await serveFolder(), ...account })
    expect(model.message.value).toMatch(/answered well/)
    expect((await readChoices()).webdav).toBeUndefined()
    expect(syncLibrary).not.toHaveBeenCalled()
  })

  test('that does not work is not kept, and says why', async () => {
    const { model, commands } = await open()
    await commands.turnOnFolder({ url: await serveFolder(401), ...account })
    expect(model.message.value).toMatch(/does not take this user and password/)
    await commands.turnOnFolder({ url: 'ftp://nowhere/', ...account })
    expect(model.message.value).toMatch(/not the http\(s\) address/)
    request.mockResolvedValue(false)
    await commands.turnOnFolder({ url: 'https://cloud.example/', ...account })
    expect(model.message.value).toMatch(/may not ask cloud.example/)
    expect((await readChoices()).webdav).toBeUndefined()
    expect(model.isBusy.value).toBe(false)
  })

  test('is forgotten with its password, its report and its leave', async () => {
    const webdav = { url: 'https://cloud.example/dav/', ...account }
    await changeChoices(() => ({ isBrowserSyncOn: false, webdav }))
    const { db, model, commands } = await open()
    await writeSyncState(db, 'webdav', { url: webdav.url, machines: 1, etags: {} })
    await commands.forgetFolder()
    expect(await readChoices()).toEqual({ isBrowserSyncOn: false })
    expect((await readSyncState(db)).webdav).toBeUndefined()
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://cloud.example/*'] })
    expect(model.folder.value).toBeUndefined()
  })
})

test('a folder is forgotten without the leave to ask its host, where papers come from there', async () => {
  const webdav = { url: 'https://cloud.example/dav/', ...account }
  await changeChoices((choices) => ({ ...choices, webdav }))
  await writeLocal({ settings: { endpoint: 'https://cloud.example:8443/hf' } })
  const { commands } = await open()
  await commands.forgetFolder()
  expect((await readChoices()).webdav).toBeUndefined()
  expect(remove).not.toHaveBeenCalled()
})

test.each([
  [
    'another folder of that host is on by then',
    async () => {
      const webdav = { url: 'https://cloud.example/other/', ...account }
      await changeChoices((choices) => ({ ...choices, webdav }))
    },
  ],
  [
    'the token is sent there',
    () => writeHubToken({ token: 'hf_abcdefghijklmnop', sentTo: 'https://cloud.example' }),
  ],
])('the leave to ask a host is kept where %s', async (_, choose) => {
  const webdav = { url: 'https://cloud.example/dav/', ...account }
  await changeChoices((choices) => ({ ...choices, webdav }))
  const { commands } = await open()
  const forgetting = commands.forgetFolder()
  await choose()
  await forgetting
  expect(remove).not.toHaveBeenCalled()
})

test('a folder that takes another’s place gives back the leave to ask that one’s host', async () => {
  const webdav = { url: 'https://cloud.example/dav/', ...account }
  await changeChoices((choices) => ({ ...choices, webdav }))
  const { commands } = await open()
  await commands.turnOnFolder({ url: `${await serveFolder()}/dav`, ...account })
  expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://cloud.example/*'] })
})

test('what two pages choose at once is both chosen', async () => {
  const webdav = { url: 'https://cloud.example/dav/', ...account }
  await Promise.all([
    changeChoices((choices) => ({ ...choices, webdav })),
    changeChoices((choices) => ({ ...choices, isBrowserSyncOn: false })),
  ])
  expect(await readChoices()).toEqual({ webdav, isBrowserSyncOn: false })
})

test('the browser’s sync is turned off and on', async () => {
  const { model, commands } = await open()
  expect(model.isBrowserSyncOn.value).toBe(true)
  await commands.setBrowserSync(false)
  expect((await readChoices()).isBrowserSyncOn).toBe(false)
  expect(model.isBrowserSyncOn.value).toBe(false)
  expect(syncLibrary).not.toHaveBeenCalled()
  await commands.setBrowserSync(true)
  expect(syncLibrary).toHaveBeenCalledOnce()
})
