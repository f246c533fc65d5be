import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLocal, writeLocal } from '../../../lib/local-store.ts'
import { readHubToken, writeHubToken } from '../../../lib/send/hub-token.ts'
import { openSendOptions } from '../../../lib/state/send-options.ts'
import { startHub } from '../../support/hub/hub-server.ts'

const request = vi.fn()
const token = 'hf_sampleTokenForTests'

beforeEach(() => {
  fakeBrowser.reset()
  request.mockReset().mockResolvedValue(true)
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A settings page whose feed comes from a server that may be trusted with a token. */
async function open(hubOptions?: Parameters<typeof startHub>[0]) {
  const hub = await startHub(hubOptions)
  onTestFinished(() => hub.close())
  await writeLocal({ settings: { endpoint: hub.url } })
  const [options, commands] = openSendOptions()
  await vi.waitFor(() => expect(options.otherHub.value).toBe(hub.url))
  return { hub, options, commands }
}

describe('a token that is set', () => {
  test('goes to huggingface.co, though the feed comes from elsewhere', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url)
      return Response.json({ name: 'ada' })
    })
    const { hub, options, commands } = await open()
    await commands.setToken(token, false)
    expect(await readHubToken()).toEqual({ token, sentTo: 'https://huggingface.co' })
    expect(asked).toEqual(['https://huggingface.co/api/whoami-v2'])
    expect(hub.requests).toEqual([])
    expect(request).not.toHaveBeenCalled()
    expect(options.tokenMessage.value).toBe('Saved. It is ada’s.')
  })

  test('goes to the endpoint of the feed at the reader’s word, and the browser’s', async () => {
    const { hub, options, commands } = await open()
    await commands.setToken(token, true)
    expect(request).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] })
    expect(await readHubToken()).toEqual({ token, sentTo: hub.url })
    expect(options.tokenSentTo.value).toBe(hub.url)
    expect(hub.requests).toEqual([{ what: 'GET /api/whoami-v2', token }])
  })

  test('does not follow the endpoint when that is changed', async () => {
    const { hub, commands } = await open()
    await commands.setToken(token, true)
    await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
    expect((await readHubToken())?.sentTo).toBe(hub.url)
  })

  test('and can only read is told so', async () => {
    const { options, commands } = await open({ role: 'read' })
    await commands.setToken(token, true)
    expect(options.tokenMessage.value).toMatch(/can only read/)
  })

  test('and is not known is told so', async () => {
    const { options, commands } = await open()
    await commands.setToken('hf_anotherToken', true)
    expect(options.tokenMessage.value).toMatch(/could not be tried.*does not take your token/)
  })

  test('is none is not kept, and what was set before stays', async () => {
    const { options, commands } = await open()
    await writeHubToken({ token, sentTo: 'https://huggingface.co' })
    await commands.setToken('not a token', false)
    expect(options.tokenMessage.value).toMatch(/That is no token/)
    expect(await readHubToken()).toEqual({ token, sentTo: 'https://huggingface.co' })
  })

  test('is never in the model of the page', async () => {
    const { options, commands } = await open()
    await commands.setToken(token, true)
    expect(JSON.stringify(Object.values(options).map(({ value }) => value))).not.toContain(token)
  })

  test('can be forgotten', async () => {
    const { options, commands } = await open()
    await commands.setToken(token, true)
    await commands.forgetToken()
    expect(await readHubToken()).toBeUndefined()
    await vi.waitFor(() => expect(options.tokenSentTo.value).toBeUndefined())
    expect(await fakeBrowser.storage.local.get(null)).not.toHaveProperty('hubToken')
  })
})

test('an http mirror that is not on this machine is never offered a token', async () => {
  const [options] = openSendOptions()
  await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
  expect(options.otherHub.value).toBe('https://mirror.example')
  await writeLocal({ settings: { endpoint: 'http://mirror.example' } })
  expect(options.otherHub.value).toBeUndefined()
})

describe('Zotero’s port', () => {
  test.each([
    ['24119', 24_119],
    [' 80 ', 80],
    ['', 23_119],
  ])('typed %j is %i', async (typed, port) => {
    const { hub, options, commands } = await open()
    await commands.setPort(typed)
    expect(options.port.value).toBe(port)
    expect(await readLocal('settings')).toEqual({
      settings: { endpoint: hub.url, zoteroPort: port },
    })
  })

  test.each(['0', '65536', '-1', '23119.5', '0x10', 'zotero'])(
    'typed %j is none, and the old one stays',
    async (typed) => {
      const { hub, options, commands } = await open()
      await commands.setPort(typed)
      expect(options.portMessage.value).toMatch(/is not a port/)
      expect(await readLocal('settings')).toEqual({ settings: { endpoint: hub.url } })
    },
  )
})
