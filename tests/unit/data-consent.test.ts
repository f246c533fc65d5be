import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { toSend } from '@/lib/data-consent.ts'
import { readHubToken, writeHubToken } from '@/lib/send/hub-token.ts'

const hub = { token: 'hf_aTokenOfMine', sentTo: 'https://huggingface.co' }

beforeEach(() => fakeBrowser.reset())
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('Chromium has no question about data', async () => {
  vi.stubEnv('BROWSER', 'chrome')
  expect(toSend('authenticationInfo')).toEqual({})
  await writeHubToken(hub)
  expect(await readHubToken()).toEqual(hub)
})

test.each([
  { isAllowed: true, read: hub },
  { isAllowed: false, read: undefined },
])('in Firefox a token is used while that is allowed: $isAllowed', async ({ isAllowed, read }) => {
  vi.stubEnv('BROWSER', 'firefox')
  const contains = vi
    .spyOn(fakeBrowser.permissions, 'contains')
    .mockResolvedValue(isAllowed as never)
  await writeHubToken(hub)
  expect(await readHubToken()).toEqual(read)
  expect(contains).toHaveBeenCalledWith({
    permissions: [],
    data_collection: ['authenticationInfo'],
  })
})
