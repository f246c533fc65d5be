import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  changeChoices,
  readChoices,
  readFolderUrl,
  watchChoices,
} from '../../../lib/sync-library/choices.ts'

beforeEach(() => fakeBrowser.reset())

const webdav = { url: 'https://cloud.example/dav/', user: 'ada', password: 'secret' }

describe('the choices', () => {
  test('are the browser’s sync until something is chosen', async () => {
    expect(await readChoices()).toEqual({ isBrowserSyncOn: true })
  })

  test('are kept on this machine, and told', async () => {
    const onChange = vi.fn()
    watchChoices(onChange)
    await changeChoices(() => ({ isBrowserSyncOn: false, webdav }))
    expect(await readChoices()).toEqual({ isBrowserSyncOn: false, webdav })
    expect(onChange).toHaveBeenCalledWith({ isBrowserSyncOn: false, webdav })
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({})
  })

  test.each([null, 7, { webdav: { url: 'nowhere' } }, { webdav: { ...webdav, user: 5 } }])(
    'are as at first where %j lies',
    async (value) => {
      await fakeBrowser.storage.local.set({ everyMachine: value })
      expect(await readChoices()).toEqual({ isBrowserSyncOn: true })
    },
  )
})

describe('the address of a folder', () => {
  test.each([
    [
      ' https://cloud.example/dav/files/ada/Paperboy ',
      'https://cloud.example/dav/files/ada/Paperboy/',
    ],
    ['https://cloud.example', 'https://cloud.example/'],
    ['cloud.example/dav//', 'https://cloud.example/dav/'],
    ['localhost:8080/dav', 'http://localhost:8080/dav/'],
    ['https://cloud.example/größe?x=1#y', 'https://cloud.example/gr%C3%B6%C3%9Fe/'],
  ])('%j is %s', (typed, url) => {
    expect(readFolderUrl(typed)).toBe(url)
  })

  test.each([
    '',
    'my cloud',
    'ftp://cloud.example/',
    'https://ada:secret@cloud.example/',
    'https://',
  ])('is not %j', (typed) => {
    expect(readFolderUrl(typed)).toBeUndefined()
  })
})
