import { beforeEach, expect, test, vi } from 'vitest'
import type { Database } from '../../../lib/db/database.ts'
import { releasePapers, restoreLastReleased } from '../../../lib/db/released.ts'
import { setNote } from '../../../lib/db/saved-parts.ts'
import {
  draftIsLeftAfterMs,
  keepDraft,
  recoverDrafts,
  writeNote,
} from '../../../lib/library/note-drafts.ts'
import { makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const id = '2608.00001'
const later = () => Date.now() + draftIsLeftAfterMs + 1
let db: Database
let stored: Record<string, string>

beforeEach(async () => {
  // As a page has it: the items are its own properties.
  stored = {}
  const methods = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, text: string) => {
      stored[key] = text
    },
    removeItem: (key: string) => {
      delete stored[key]
    },
  }
  vi.stubGlobal(
    'localStorage',
    new Proxy(methods, {
      ownKeys: () => Object.keys(stored),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
  db = openDatabase()
  await db.saved.put(makeSaved({ id }))
})

const note = async () => (await db.saved.get(id))?.note

test('a draft that was left is written', async () => {
  keepDraft(id, 'Half a thou', '')
  keepDraft(id, 'Half a thought', '')
  await recoverDrafts(db, later())
  expect(await note()).toBe('Half a thought')
  expect(stored).toEqual({})
})

test('a draft of a page that may still be open is left to it', async () => {
  keepDraft(id, 'Half', '')
  await recoverDrafts(db)
  expect(await note()).toBeUndefined()
  expect(Object.keys(stored)).toHaveLength(1)
})

test('a note that was written leaves no draft, unless more was typed since', async () => {
  keepDraft(id, 'One', '')
  await writeNote(db, id, 'One')
  expect(stored).toEqual({})
  keepDraft(id, 'One two', 'One')
  await writeNote(db, id, 'One t')
  await recoverDrafts(db, later())
  expect(await note()).toContain('One two')
})

test('a note that was changed elsewhere meanwhile keeps both', async () => {
  await setNote(db, id, 'Begun')
  keepDraft(id, 'Begun and drafted', 'Begun')
  await setNote(db, id, 'Changed elsewhere')
  await recoverDrafts(db, later())
  expect(await note()).toBe('Changed elsewhere\n\nBegun and drafted')
})

test('two pages that type the same note keep a draft each', async () => {
  await setNote(db, id, 'Begun')
  const draft = { text: 'Typed on another page', base: 'Begun', typedAt: Date.now() - 5 }
  stored[`note-draft:${id}:another-page`] = JSON.stringify(draft)
  keepDraft(id, 'Typed here', 'Begun')
  expect(Object.keys(stored)).toHaveLength(2)
  await recoverDrafts(db, later())
  expect(await note()).toBe('Typed on another page\n\nTyped here')
  expect(stored).toEqual({})
})

test('a draft of a paper let go waits for it to come back', async () => {
  keepDraft(id, 'Typed before', '')
  await releasePapers(db, [id], Date.now())
  await recoverDrafts(db, later())
  // By a clock that is far ahead, too.
  await recoverDrafts(db, Date.now() + 40 * 86_400_000)
  await restoreLastReleased(db, 0)
  await recoverDrafts(db, later())
  expect(await note()).toBe('Typed before')
  expect(stored).toEqual({})
})

test('a draft that cannot be read goes, and in the end that of a paper that never comes back', async () => {
  stored['note-draft:2608.00009'] = '{'
  keepDraft('2608.00002', 'Nobody’s', '')
  await recoverDrafts(db, Date.now() + 31 * 86_400_000)
  expect(stored).toEqual({})
  expect(await db.saved.count()).toBe(1)
})

test('a note that is written after another page let its paper go stays a draft, and comes back', async () => {
  keepDraft(id, 'All I think of it', '')
  await releasePapers(db, [id], Date.now())
  await writeNote(db, id, 'All I think of it')
  expect(Object.keys(stored)).toHaveLength(1)
  await restoreLastReleased(db, 0)
  await recoverDrafts(db, later())
  expect(await note()).toBe('All I think of it')
})

test('two pages that open at once write a draft once, and over nothing written meanwhile', async () => {
  await setNote(db, id, 'Changed elsewhere')
  keepDraft(id, 'Typed here', 'Before')
  const goOn = async () => setNote(db, id, `${await note()}\n\nand again`)
  await Promise.all([
    recoverDrafts(db, later()),
    db.transaction('rw', [db.saved, db.libraryState], goOn),
    recoverDrafts(db, later()),
  ])
  const text = (await note()) ?? ''
  expect(text.split('Typed here')).toHaveLength(2)
  expect(text).toContain('and again')
})

test('a draft of a paper of another site finds its paper', async () => {
  const siteId = 'acl:2024.acl-long.12'
  await db.saved.put(makeSaved({ id: siteId }))
  keepDraft(siteId, 'Typed and not saved', '')
  await recoverDrafts(db, later())
  expect((await db.saved.get(siteId))?.note).toBe('Typed and not saved')
})
