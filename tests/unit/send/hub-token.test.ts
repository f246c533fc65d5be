import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLocal } from '../../../lib/local-store.ts'
import {
  cleanToken,
  forgetHubToken,
  maySendTo,
  readHubToken,
  watchHubToken,
  writeHubToken,
} from '../../../lib/send/hub-token.ts'

const hub = { token: 'hf_abcdefghijklmn', sentTo: 'https://huggingface.co' }

beforeEach(() => fakeBrowser.reset())

test('a token is kept until it is forgotten, and who watches hears of both', async () => {
  const onChange = vi.fn()
  const end = watchHubToken(onChange)
  expect(await readHubToken()).toBeUndefined()
  await writeHubToken(hub)
  expect(await readHubToken()).toEqual(hub)
  await forgetHubToken()
  expect(await readHubToken()).toBeUndefined()
  expect(onChange).toHaveBeenCalledTimes(2)
  end()
})

test('it lies in local storage under a key of its own, and nowhere else', async () => {
  await writeHubToken(hub)
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['hubToken'])
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({})
  expect(JSON.stringify(await readLocal('settings', 'frontPage', 'visit'))).not.toContain('hf_')
})

describe('what was pasted', () => {
  test.each([
    ['hf_abcdefghijklmn', 'hf_abcdefghijklmn'],
    ['  hf_abcdefghijklmn\n', 'hf_abcdefghijklmn'],
    ['Bearer hf_abcdefghijklmn', 'hf_abcdefghijklmn'],
    ['HF_TOKEN=hf_abcdefghijklmn', 'hf_abcdefghijklmn'],
    ['HF_TOKEN="hf_abcdefghijklmn"', 'hf_abcdefghijklmn'],
  ])('%j is the token %s', (typed, token) => expect(cleanToken(typed)).toBe(token))

  test.each([
    '',
    'hf_',
    'two words here',
    'hf_with\r\nX-Header: 1',
    'hf_ünïcode_token',
    '••••••••',
  ])('%j is none', (typed) => expect(cleanToken(typed)).toBeUndefined())
})

describe('a token goes to', () => {
  test.each([
    ['https://huggingface.co', true],
    ['https://mirror.example/hf', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080', true],
    ['http://mirror.example', false],
    ['http://127.0.0.1.mirror.example', false],
    ['ftp://huggingface.co', false],
    ['nonsense', false],
  ])('%s: %s', (endpoint, may) => expect(maySendTo(endpoint)).toBe(may))

  test.each([
    ['another address', { token: hub.token, sentTo: 'http://mirror.example' }],
    ['no address', { token: hub.token }],
    ['a token that is none', { token: 'hf_with\nline', sentTo: hub.sentTo }],
    ['nothing', 7],
  ])('nobody when %s is stored', async (_what, stored) => {
    await fakeBrowser.storage.local.set({ hubToken: stored })
    expect(await readHubToken()).toBeUndefined()
  })
})
