import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../lib/db/database.ts'
import { readLibraryState } from '../../../lib/db/library-state.ts'
import { changeTags, setNote, setStatus } from '../../../lib/db/saved-parts.ts'
import { makeIds, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const ids = makeIds(3)
const [first = '', second = '', third = ''] = ids
let db: Database

beforeEach(async () => {
  db = openDatabase()
  await db.saved.bulkPut(ids.map((id) => makeSaved({ id })))
})

const read = async (id: string) => (await db.saved.get(id)) as NonNullable<unknown>
const stampOf = async () => (await readLibraryState(db, 'clock'))?.last

/** The tables and rows that a write touched, seen by a hook. */
function watchWrites(): string[] {
  const written: string[] = []
  db.saved.hook('updating', (_changes, id) => {
    written.push(String(id))
  })
  return written
}

describe('the status', () => {
  test('is set for many papers at once, each with the one stamp', async () => {
    await setStatus(db, [first, third], 'reading')
    const stamp = await stampOf()
    expect(stamp).toBeDefined()
    expect(await read(first)).toMatchObject({ status: 'reading', stamps: { status: stamp } })
    expect(await read(third)).toMatchObject({ status: 'reading', stamps: { status: stamp } })
    expect(await read(second)).toEqual(makeSaved({ id: second }))
  })

  test('that is there already is not written', async () => {
    await db.saved.update(second, { status: 'read' })
    const written = watchWrites()
    await setStatus(db, ids, 'to-read')
    expect(written).toEqual([second])
    await setStatus(db, ids, 'to-read')
    expect(written).toEqual([second])
  })
})

describe('tags', () => {
  test('are added and taken off, each with its stamp, and others stay', async () => {
    await changeTags(db, [first, second], { add: ['rag', 'agents'] })
    const added = await stampOf()
    await changeTags(db, [second], { add: ['rag', 'new'], remove: ['agents', 'never'] })
    const changed = await stampOf()
    expect(await read(first)).toMatchObject({
      tags: ['rag', 'agents'],
      stamps: { tags: { rag: added, agents: added } },
    })
    expect(await read(second)).toMatchObject({
      tags: ['rag', 'new'],
      stamps: { tags: { rag: added, agents: changed, new: changed } },
    })
    expect(await read(second)).not.toHaveProperty('stamps.tags.never')
  })

  test('are found by their index', async () => {
    await changeTags(db, [first, third], { add: ['rag'] })
    expect(await db.saved.where('tags').equals('rag').primaryKeys()).toEqual([first, third])
  })

  test('that name a part of every object are tags like others', async () => {
    await changeTags(db, [first], { add: ['constructor', 'a.b'] })
    expect(await read(first)).toMatchObject({
      tags: ['constructor', 'a.b'],
      stamps: { tags: { 'a.b': await stampOf() } },
    })
  })
})

describe('a note', () => {
  test('is written with its stamp, and nothing else is', async () => {
    const written = watchWrites()
    await setNote(db, second, 'For *Friday*\n')
    expect(await read(second)).toEqual({
      ...makeSaved({ id: second }),
      note: 'For *Friday*',
      stamps: { ...makeSaved({ id: second }).stamps, note: await stampOf() },
    })
    expect(written).toEqual([second])
    await setNote(db, second, 'For *Friday*')
    expect(written).toEqual([second])
  })

  test('of white space is no note, and that it was taken away is stamped', async () => {
    await setNote(db, first, 'a')
    const before = await stampOf()
    await setNote(db, first, ' \n')
    const row = await read(first)
    expect(row).not.toHaveProperty('note')
    expect(row).toHaveProperty('stamps.note', await stampOf())
    expect(await stampOf()).not.toBe(before)
  })

  test('of a paper that is not saved is nowhere', async () => {
    await setNote(db, '2608.99999', 'lost?')
    expect(await db.saved.count()).toBe(3)
    expect(await stampOf()).toBeUndefined()
  })
})

test('two pages that change different parts at once keep both', async () => {
  await Promise.all([
    setStatus(db, [first], 'read'),
    setNote(db, first, 'Note'),
    changeTags(db, [first], { add: ['rag'] }),
    changeTags(db, [first], { add: ['agents'] }),
  ])
  expect(await read(first)).toMatchObject({ status: 'read', note: 'Note' })
  expect(new Set((await db.saved.get(first))?.tags)).toEqual(new Set(['rag', 'agents']))
})
