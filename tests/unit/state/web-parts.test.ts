import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { welcome } from '../../../entrypoints/background/welcome.ts'
import { readLocal } from '../../../lib/local-store.ts'
import { readTopSites } from '../../../lib/state/top-sites.ts'
import { searchWeb } from '../../../lib/state/web-search.ts'
import { goToStep, watchWelcome } from '../../../lib/state/welcome.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => void vi.restoreAllMocks())

test('the sites visited most are links to the web, eight at most, by their hosts', async () => {
  const urls = ['https://www.arxiv.org/list', 'chrome://newtab', 'javascript:alert(1)']
  const more = Array.from({ length: 9 }, (_, i) => `http://site-${i}.example/`)
  const get = vi.fn(async () => [...urls, ...more].map((url) => ({ url, title: 'A title' })))
  Object.assign(fakeBrowser, { topSites: { get } })
  const sites = await readTopSites()
  expect(sites).toHaveLength(8)
  expect(sites[0]).toEqual({ url: 'https://www.arxiv.org/list', title: 'arxiv.org' })
  expect(sites[1]?.title).toBe('site-0.example')
})

test('there are none without the permission, with which the interface goes', async () => {
  Object.assign(fakeBrowser, { topSites: undefined })
  expect(await readTopSites()).toEqual([])
})

test('words go to the browser’s own engine, here or in a new tab', async () => {
  const query = vi.fn(async () => {})
  Object.assign(fakeBrowser, { search: { query } })
  expect(await searchWeb('zebras', false)).toBe(true)
  expect(query).toHaveBeenLastCalledWith({ text: 'zebras', disposition: 'CURRENT_TAB' })
  await searchWeb('zebras', true)
  expect(query).toHaveBeenLastCalledWith({ text: 'zebras', disposition: 'NEW_TAB' })
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  query.mockRejectedValue(new Error('No'))
  expect(await searchWeb('zebras', false)).toBe(false)
})

test('the first steps are for an installation, not an update, and are made once', async () => {
  const step = async () => (await readLocal('welcome')).welcome?.step
  await welcome({ reason: 'update' })
  expect(await step()).toBeUndefined()
  await welcome({ reason: 'install' })
  expect(await step()).toBe('look')
  await goToStep('done')
  await welcome({ reason: 'install' })
  expect(await step()).toBe('done')
})

test('every open tab follows the first steps', async () => {
  const onStep = vi.fn()
  watchWelcome(onStep)
  await goToStep('keys')
  await vi.waitFor(() => expect(onStep).toHaveBeenLastCalledWith('keys'))
})
