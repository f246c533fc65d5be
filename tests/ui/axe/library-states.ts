import { userEvent } from 'vitest/browser'
import type { Preview, PreviewItem } from '@/lib/library/bring-in/preview.ts'
import type { WeeklyFile } from '@/lib/model/backup.ts'
import type { openLibrary } from '../open-library.tsx'

type Library = ReturnType<typeof openLibrary>

const now = Date.now()
const name = 'references.bib'

const item = (id: string, more: Partial<PreviewItem> = {}): PreviewItem => ({
  ...{ id, line: 3, title: `A paper with the number ${id}`, tags: [], hasNote: false },
  ...more,
})
const items = (count: number) =>
  Array.from({ length: count }, (_, i) => item(`2608.${String(i + 1).padStart(5, '0')}`))

const emptyPreview: Preview = {
  ...{ format: 'BibTeX', fresh: [], changed: [], differing: [], same: [], unreadable: [] },
  ...{ repeated: 0, letGo: 0, bin: 0 },
}

const preview = (changes: Partial<Preview>): Library['page']['stage']['value'] => ({
  ...{ at: 'preview', name },
  preview: { ...emptyPreview, ...changes },
})

function openLists(root: HTMLElement): void {
  for (const each of root.querySelectorAll('details')) each.open = true
}

/** A folder by its name, which is all that a page shows of it. */
const folder = (more: Partial<WeeklyFile> = {}): WeeklyFile => ({
  to: { kind: 'folder', handle: { name: 'Backups' } as FileSystemDirectoryHandle },
  ...more,
})

/** What the page can show; each is drawn over the library as it is at first. */
export const states: Record<
  string,
  {
    /** What it has the page say. */
    says: string
    show(library: Library): void | Promise<void>
  }
> = {
  'the library, before anything is known': { says: 'Drop a file here', show: () => {} },
  'the library with nothing in it': {
    says: 'Drop a file here',
    show: ({ page }) => {
      page.backups.daily.value = []
    },
  },
  'a text that is pasted': {
    says: 'Drop a file here',
    show: ({ root }) => userEvent.fill(root.querySelector('#paste') as Element, '2608.13210'),
  },
  'a file that is held over the page': {
    says: 'Drop a file here',
    show: ({ root }) => {
      const over = new DragEvent('dragover', { bubbles: true, cancelable: true })
      root.querySelector('.drop-zone')?.dispatchEvent(over)
    },
  },
  'a file that could not be read': {
    says: 'Nothing in this file is a paper.',
    show: ({ page }) => {
      page.stage.value = { at: 'start', problem: 'Nothing in this file is a paper.' }
    },
  },
  'a file that is read': {
    says: '1,200',
    show: ({ page }) => {
      page.stage.value = { at: 'reading', name, count: 1200 }
    },
  },
  'what a file would bring: new, known and unreadable': {
    says: 'A brace or quote is not closed.',
    show: async ({ page, root }) => {
      page.stage.value = preview({
        fresh: items(120),
        changed: [item('1706.03762', { tags: ['to cite'], hasNote: true })],
        differing: [item('2401.00001', { otherStatus: 'reading' })],
        same: [item('2401.00002')],
        unreadable: [{ line: 49, name: 'broken', reason: 'A brace or quote is not closed.' }],
        ...{ repeated: 2, letGo: 1 },
      })
      await Promise.resolve()
      openLists(root)
    },
  },
  'a file that brings nothing new': {
    says: 'references.bib',
    show: ({ page }) => {
      page.stage.value = preview({ same: items(3) })
    },
  },
  'a backup that would be restored': {
    says: 'It ends too early',
    show: ({ page }) => {
      page.stage.value = preview({
        ...{ format: 'Paperboy backup', madeAt: now, fresh: items(4), bin: 2, letGo: 4 },
        settings: { endpoint: 'https://mirror.example' },
        damage: 'It ends too early: part of it is missing.',
      })
    },
  },
  'a file that is brought in': {
    says: '400 of 3,000 papers',
    show: ({ page }) => {
      page.stage.value = { at: 'working', name, done: 400, total: 3000 }
    },
  },
  'what was brought in': {
    says: '5 papers brought in.',
    show: ({ page }) => {
      const result = { added: 5, changed: 1, pending: 2, ofSites: 1, bin: 1 }
      page.savedCount.value = 5
      page.stage.value = { at: 'done', name, result, hasSettings: true }
    },
  },
  'daily copies and a weekly file': {
    says: 'A backup was taken.',
    show: ({ page }) => {
      page.backups.daily.value = [1, 2, 3].map((day) => ({
        ...{ madeAt: now - day * 86_400_000, checksum: 'a', saved: 40, bin: day - 1 },
        byteLength: 9000,
      }))
      page.backups.weekly.value = folder({ writtenAt: now, name: 'paperboy-backup.json.gz' })
      page.backups.message.value = 'A backup was taken.'
    },
  },
  'a weekly file that could not be written': {
    says: 'The disk is full.',
    show: ({ page }) => {
      page.backups.weekly.value = folder({ failed: { problem: 'The disk is full.', at: now } })
    },
  },
  'a folder that wants leave again': {
    says: 'Backups',
    show: ({ page }) => {
      page.backups.weekly.value = folder()
      page.backups.needsLeave.value = true
    },
  },
}
