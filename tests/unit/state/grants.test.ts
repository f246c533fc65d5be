import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { grantFor, listGrants, openGrants } from '../../../lib/state/grants.ts'

const manifest = {
  permissions: ['storage'],
  host_permissions: ['https://huggingface.co/*'],
  optional_permissions: ['downloads', 'topSites'],
}

describe('what the browser lets Paperboy do', () => {
  test('is listed as the manifest has it, then hosts that were allowed later', () => {
    const origins = ['https://huggingface.co/*', 'https://mirror.example/*']
    expect(listGrants(manifest, { permissions: ['topSites'], origins })).toEqual([
      { name: 'storage', isHost: false, isRequired: true, isGranted: true },
      { name: 'https://huggingface.co/*', isHost: true, isRequired: true, isGranted: true },
      { name: 'downloads', isHost: false, isRequired: false, isGranted: false },
      { name: 'topSites', isHost: false, isRequired: false, isGranted: true },
      { name: 'https://mirror.example/*', isHost: true, isRequired: false, isGranted: true },
    ])
  })

  test('may lack the host of the feed, which a browser can withhold', () => {
    const [, host] = listGrants(manifest, {})
    expect(host).toMatchObject({ isRequired: true, isGranted: false })
  })
})

describe('a permission', () => {
  const request = vi.fn(async () => true)
  const remove = vi.fn(async () => true)
  const getAll = vi.fn(async () => ({ permissions: ['topSites'], origins: [] }))

  beforeEach(() => {
    fakeBrowser.reset()
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never)
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(getAll as never)
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
    vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(remove)
    const event = { addListener: vi.fn() }
    Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event })
  })
  afterEach(() => void vi.restoreAllMocks())

  test('is taken back, and the list is read again', async () => {
    const [grants, , commands] = openGrants()
    await vi.waitFor(() => expect(grants.value).toHaveLength(4))
    getAll.mockResolvedValue({ permissions: [], origins: [] })
    const [, , , topSites] = grants.value
    if (!topSites) throw new Error('No such grant')
    await commands.change(topSites, false)
    expect(remove).toHaveBeenCalledWith({ permissions: ['topSites'] })
    expect(grants.value[3]).toMatchObject({ name: 'topSites', isGranted: false })
  })

  test('for a host is asked for by its pattern, and a refusal of the browser is told', async () => {
    const [, problem, commands] = openGrants()
    request.mockRejectedValue(new Error('Not now'))
    const arxiv = { name: 'https://export.arxiv.org/*', isHost: true, isRequired: false }
    await commands.change({ ...arxiv, isGranted: false }, true)
    expect(request).toHaveBeenCalledWith({ origins: ['https://export.arxiv.org/*'] })
    expect(problem.value).toEqual({ of: arxiv.name, text: 'Not now' })
    // The reader said no.
    request.mockResolvedValue(false)
    await commands.change({ ...arxiv, isGranted: false }, true)
    expect(problem.value?.text).toContain('stays off')
    request.mockResolvedValue(true)
    await commands.change({ ...arxiv, isGranted: false }, true)
    expect(problem.value).toBeUndefined()
  })
})

test.each([
  ['https://mirror.example:8443', 'https://mirror.example/*'],
  ['http://127.0.0.1:9000/hf', 'http://127.0.0.1/*'],
])('the access that %s needs is to %s', (address, name) => {
  expect(grantFor(address)).toMatchObject({ name, isHost: true, isGranted: false })
  const given = [{ name, isHost: true, isRequired: false, isGranted: true }]
  expect(grantFor(address, given).isGranted).toBe(true)
})
