import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLibraryState } from '../../../lib/db/library-state.ts'
import { makeBackup } from '../../../lib/library/backup/make-backup.ts'
import { readLocal, writeLocal } from '../../../lib/local-store.ts'
import type { Settings } from '../../../lib/settings.ts'
import { openLibraryPage } from '../../../lib/state/library-page.ts'
import { makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const request = vi.fn()
const contains = vi.fn()
const download = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  request.mockReset().mockResolvedValue(true)
  contains.mockReset().mockResolvedValue(true)
  download.mockReset().mockResolvedValue(1)
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(contains)
  Object.assign(fakeBrowser, { downloads: { download } })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function open() {
  const db = openDatabase()
  const [page, commands] = openLibraryPage(db)
  return { db, page, commands }
}

const list = new Blob(['2608.13210\n1706.03762\nnothing'])

describe('a file', () => {
  test('is looked at first, then brought in, and the front page knows', async () => {
    const { db, page, commands } = open()
    await commands.read(list, 'list.txt')
    expect(page.stage.value).toMatchObject({
      at: 'preview',
      preview: { fresh: [{}, {}], unreadable: [{}] },
    })
    expect(await db.saved.count()).toBe(0)
    await commands.bringIn({ takesSettings: false })
    expect(page.stage.value).toMatchObject({ at: 'done', result: { added: 2 } })
    expect((await readLocal('frontPage')).frontPage?.savedCount).toBe(2)
  })

  test('that is put away is not brought in', async () => {
    const { db, page, commands } = open()
    await commands.read(list, 'list.txt')
    commands.cancel()
    expect(page.stage.value).toEqual({ at: 'start' })
    await commands.bringIn({ takesSettings: false })
    expect(await db.saved.count()).toBe(0)
  })

  test('that is cancelled on its way is not brought in, and the page stays at its start', async () => {
    const { db, page, commands } = open()
    const ids = Array.from({ length: 900 }, (_, i) => `2608.${String(i + 1).padStart(5, '0')}`)
    await commands.read(new Blob([ids.join('\n')]), 'list.txt')
    const stages: string[] = []
    page.stage.subscribe((stage) => {
      stages.push(stage.at)
      if (stage.at === 'working' && stage.done > 200) queueMicrotask(commands.cancel)
    })
    await commands.bringIn({ takesSettings: false })
    expect(stages).toContain('working')
    expect(stages.at(-1)).toBe('start')
    expect(page.stage.value).toEqual({ at: 'start' })
    expect(await db.saved.count()).toBe(0)
  })

  test('that could not be brought in is told of, and nothing came of it', async () => {
    const { db, page, commands } = open()
    await commands.read(list, 'list.txt')
    vi.spyOn(db.saved, 'bulkPut').mockRejectedValue(new Error('The disk is full.'))
    await commands.bringIn({ takesSettings: false })
    expect(page.stage.value).toMatchObject({ problem: 'Nothing was brought in. The disk is full.' })
    expect(await db.saved.count()).toBe(0)
  })

  test('that cannot be unpacked is told of', async () => {
    const { page, commands } = open()
    await commands.read(new Blob([new Uint8Array([0x1f, 0x8b, 0])]), 'backup.json.gz')
    expect(page.stage.value).toEqual({
      at: 'start',
      problem: 'The file is damaged: it cannot be unpacked.',
    })
  })

  test('that another one follows tells nothing any more', async () => {
    const { page, commands } = open()
    const first = commands.read(new Blob(['2608.00001']), 'first')
    const second = commands.read(new Blob(['2608.00002']), 'second')
    await Promise.all([first, second])
    expect(page.stage.value).toMatchObject({
      name: 'second',
      preview: { fresh: [{ id: '2608.00002' }] },
    })
    await commands.bringIn({ takesSettings: false })
    expect(page.savedCount.value).toBeLessThan(2)
  })

  test.each([
    [true, 'https://mirror.example'],
    [false, 'https://huggingface.co'],
  ])(
    'with settings changes those here only when the reader says so (%s)',
    async (takesSettings, endpoint) => {
      await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
      const { db, commands } = open()
      await db.saved.put(makeSaved())
      const { file } = await makeBackup(db)
      await writeLocal({ settings: { endpoint: 'https://huggingface.co' } })
      await commands.read(file, 'backup.json')
      await commands.bringIn({ takesSettings })
      expect((await readLocal('settings')).settings).toEqual({ endpoint })
    },
  )

  test('takes its endpoint after what another page is about to change', async () => {
    await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
    const { db, commands } = open()
    await db.saved.put(makeSaved())
    const { file } = await makeBackup(db)
    await db.saved.clear()
    const before = { endpoint: 'https://huggingface.co' }
    await writeLocal({ settings: before })
    await commands.read(file, 'backup.json')
    const other = Promise.withResolvers<void>()
    const changing = changeSettingsSlowly({ ...before, isSavingData: true }, other.promise)
    const bringing = commands.bringIn({ takesSettings: true })
    await vi.waitFor(async () => expect(await db.saved.count()).toBe(1))
    await new Promise((resolve) => setTimeout(resolve, 30))
    other.resolve()
    await Promise.all([changing, bringing])
    const settings = { endpoint: 'https://mirror.example', isSavingData: true }
    expect(await readLocal('settings')).toEqual({ settings })
  })
})

/** As another page does that has read them, and will write in a moment. */
function changeSettingsSlowly(settings: Settings, moment: Promise<void>): Promise<void> {
  return navigator.locks.request('paperboy-settings', async () => {
    await moment
    await writeLocal({ settings })
  })
}

describe('a daily copy', () => {
  test('is taken, restored, and handed out as a file', async () => {
    const { db, page, commands } = open()
    await commands.backUpNow()
    expect(page.backups.message.value).toBe('There is nothing to back up yet.')
    await db.saved.put(makeSaved({ note: 'Mine' }))
    await commands.backUpNow()
    expect(page.backups.message.value).toBe('A backup was taken.')
    await vi.waitFor(() => expect(page.backups.daily.value).toHaveLength(1))
    await commands.backUpNow()
    expect(page.backups.message.value).toBe('The newest backup holds all there is.')

    await db.saved.clear()
    const madeAt = page.backups.daily.value?.[0]?.madeAt as number
    await commands.restore(madeAt)
    await commands.bringIn({ takesSettings: false })
    expect(await db.saved.toArray()).toEqual([makeSaved({ note: 'Mine' })])
    expect((await commands.copyFile(madeAt))?.name).toMatch(/^paperboy-backup-[\d-]{10}\.json\.gz$/)
  })

  test('that is gone is told of', async () => {
    const { page, commands } = open()
    expect(await commands.copyFile(5)).toBeUndefined()
    expect(page.backups.message.value).toContain('not there any more')
    await commands.restore(5)
    expect(page.stage.value).toMatchObject({
      at: 'start',
      problem: expect.stringContaining('not there any more'),
    })
  })
})

describe('where there is no picker for folders', () => {
  test('the weekly file goes among the downloads, when the reader gives leave', async () => {
    const { db, page, commands } = open()
    await db.saved.put(makeSaved())
    await commands.choosePlace()
    expect(request).toHaveBeenCalledWith({ permissions: ['downloads'] })
    expect(download).toHaveBeenCalledTimes(1)
    expect(page.backups.message.value).toContain('The first file is there: paperboy-backup-')
  })

  test('nothing is written without leave', async () => {
    request.mockResolvedValue(false)
    const { db, page, commands } = open()
    await commands.choosePlace()
    expect(await readLibraryState(db, 'weeklyFile')).toBeUndefined()
    expect(page.backups.message.value).toContain('Without that leave')
  })

  test('leave that was withdrawn is told of, and can be given again', async () => {
    const { db, page, commands } = open()
    contains.mockResolvedValue(false)
    await commands.choosePlace()
    await vi.waitFor(() =>
      expect(page.backups.weekly.value?.failed?.problem).toContain('withdrawn'),
    )
    contains.mockResolvedValue(true)
    await commands.renewLeave()
    expect(await readLibraryState(db, 'weeklyFile')).toMatchObject({
      writtenAt: expect.any(Number),
    })
    await vi.waitFor(() => expect(page.backups.weekly.value?.failed).toBeUndefined())
  })

  test('it can be stopped', async () => {
    const { db, commands } = open()
    await commands.choosePlace()
    await commands.stopWeekly()
    expect(await readLibraryState(db, 'weeklyFile')).toBeUndefined()
  })
})

test('a picker that the reader closes is no error', async () => {
  vi.stubGlobal('showDirectoryPicker', () =>
    Promise.reject(new DOMException('Closed.', 'AbortError')),
  )
  const { page, commands } = open()
  expect(page.backups.canPickFolder).toBe(true)
  await commands.choosePlace()
  expect(page.backups.message.value).toBe('')
})
