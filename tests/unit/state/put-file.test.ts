import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { mayWrite, putFile } from '../../../lib/state/put-file.ts'

const file = new Blob(['{}'])
const contains = vi.fn()
const download = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  contains.mockReset().mockResolvedValue(true)
  download.mockReset().mockResolvedValue(1)
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(contains)
  Object.assign(fakeBrowser, { downloads: { download } })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A folder of the File System Access API that keeps what is written into it. */
function makeFolder(state: PermissionState) {
  const written: Record<string, Blob> = {}
  const getFileHandle = async (name: string) => ({
    createWritable: async () => {
      let content: Blob | undefined
      return {
        write: async (blob: Blob) => {
          content = blob
        },
        close: async () => {
          written[name] = content as Blob
        },
      }
    },
  })
  const handle = {
    kind: 'directory',
    name: 'Papers',
    queryPermission: async () => state,
    getFileHandle,
  }
  return { written, handle: handle as unknown as FileSystemDirectoryHandle }
}

describe('a file', () => {
  test('is written into the chosen folder', async () => {
    const { written, handle } = makeFolder('granted')
    await putFile({ kind: 'folder', handle }, 'backup.json.gz', file)
    expect(written).toEqual({ 'backup.json.gz': file })
  })

  test.each<PermissionState>(['prompt', 'denied'])(
    'is not written when leave is at “%s”',
    async (state) => {
      const { written, handle } = makeFolder(state)
      expect(await mayWrite(handle)).toBe(false)
      await expect(putFile({ kind: 'folder', handle }, 'b', file)).rejects.toThrow(
        'The browser has withdrawn its leave to write into “Papers”.',
      )
      expect(written).toEqual({})
    },
  )

  test('is put among the downloads without a question', async () => {
    await putFile({ kind: 'downloads' }, 'backup.json.gz', file)
    expect(download).toHaveBeenCalledWith({
      url: expect.stringMatching(/^blob:/),
      filename: 'Paperboy/backup.json.gz',
      saveAs: false,
      conflictAction: 'overwrite',
    })
  })

  test('is not put there without leave', async () => {
    contains.mockResolvedValue(false)
    await expect(putFile({ kind: 'downloads' }, 'b', file)).rejects.toThrow('withdrawn its leave')
    expect(download).not.toHaveBeenCalled()
  })
})
