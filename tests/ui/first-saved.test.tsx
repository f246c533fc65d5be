import { afterEach, expect, test, vi } from 'vitest'
import { showFirstSaved } from '@/entrypoints/newtab/first-saved.ts'
import { loadViewOf } from '@/entrypoints/newtab/later-views.ts'
import { NewTabPage } from '@/entrypoints/newtab/NewTabPage.tsx'
import { PaperboyDatabase } from '@/lib/db/database.ts'
import { firstShelfRows } from '@/lib/db/shelf.ts'
import { toShelfRow } from '@/lib/model/shelf-row.ts'
import { createNewTab } from '@/lib/state/new-tab.ts'
import type { Shelf } from '@/lib/state/shelf.ts'
import { makeIds, makePaper, makeSaved } from '../unit/make-paper.ts'
import { drawn, mount } from './mount.ts'
import { runScript } from './run-script.ts'

let db: PaperboyDatabase | undefined

afterEach(async () => {
  await db?.delete()
  db = undefined
  location.hash = ''
})

/** Reads as the page does that is opened on the saved papers. */
async function readFirst() {
  location.hash = '#/saved'
  Object.assign(globalThis, { firstPaint: {} })
  await runScript('/first-rows.js')
  return (await firstPaint.saved) ?? expect.fail('Nothing was read.')
}

async function openLibrary() {
  db = new PaperboyDatabase('paperboy')
  const saved = makeIds(30).map((id, i) =>
    makeSaved({ id, savedAt: i, record: makePaper({ id, title: `Paper ${i}` }), tags: ['t'] }),
  )
  await db.saved.bulkPut(saved)
  await db.reads.put({ id: saved[29]?.id as string, readAt: 1 })
  return db
}

test('the first saved papers are those that the database has first, without its code', async () => {
  const db = await openLibrary()
  const read = await readFirst()
  const rows = read.map((each) => toShelfRow(each.saved, each.read))
  expect(rows).toEqual(await firstShelfRows(db, undefined, 12))
  expect(rows[0]).toMatchObject({ title: 'Paper 29', isRead: true })
})

test('where there is no database none is made', async () => {
  expect(await readFirst()).toEqual([])
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names).not.toContain('paperboy')
})

test('where databases are forbidden the page goes on', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Forbidden', 'SecurityError')
  })
  expect(await readFirst()).toEqual([])
  open.mockRestore()
})

test('they are drawn before the database is open, and what is pressed is done when it is', async () => {
  await openLibrary()
  const read = await readFirst()
  const tab = createNewTab({ hash: '#/saved', now: new Date(), visit: { lastLookAt: 0 } })
  await loadViewOf({ view: 'saved' })
  const root = mount(<NewTabPage tab={tab} live={new Promise(() => {})} />)
  await showFirstSaved(tab, read)
  await drawn()
  const row = root.querySelector('article[data-paper-id]') as HTMLElement
  expect(row.textContent).toContain('Paper 29')
  const status = row.querySelector('select') as HTMLSelectElement
  status.value = 'reading'
  status.dispatchEvent(new Event('change', { bubbles: true }))
  const setStatus = vi.fn(async () => {})
  const before = tab.shelf.value as Shelf
  tab.shelf.value = { ...before, show: vi.fn(), setStatus }
  await vi.waitFor(() => expect(setStatus).toHaveBeenCalledWith([row.dataset.paperId], 'reading'))
})

test('they do not take the place of what is shown already', async () => {
  await openLibrary()
  const read = await readFirst()
  const tab = createNewTab({
    hash: '#/saved?status=read',
    now: new Date(),
    visit: { lastLookAt: 0 },
  })
  await showFirstSaved(tab, read)
  expect(tab.content.value.state).toBe('loading')
})
