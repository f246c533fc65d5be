import { describe, expect, test } from 'vitest'
import { machineId } from '../../../lib/db/clock.ts'
import type { PaperboyDatabase } from '../../../lib/db/database.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { WebdavError } from '../../../lib/sources/webdav.ts'
import { fileNameOf } from '../../../lib/sync-library/machine-file.ts'
import { syncWithWebdav } from '../../../lib/sync-library/webdav-sync.ts'
import { FakeFolder } from '../../support/library/fake-folder.ts'
import { makeIds, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const url = 'https://cloud.example/dav/Paperboy/'
const ids = makeIds(4)

/** A machine that has only the papers it saved. */
async function openMachine(saved: readonly string[] = []): Promise<PaperboyDatabase> {
  const db = openDatabase()
  for (const id of saved) await save(db, id)
  return db
}

async function save(db: PaperboyDatabase, id: string): Promise<void> {
  await db.papers.put(makePaper({ id, title: `Paper ${id}` }))
  await savePaper(db, id, Date.now())
  await db.papers.clear()
}

const sync = (db: PaperboyDatabase, folder: FakeFolder) => syncWithWebdav(db, url, folder)
const reportOf = async (db: PaperboyDatabase) => (await readSyncState(db)).webdav
const savedIds = async (db: PaperboyDatabase) =>
  (await db.saved.toCollection().primaryKeys()).sort()

describe('a WebDAV folder', () => {
  test('brings each machine what the others have, records and all', async () => {
    const folder = new FakeFolder()
    const [a, b] = [await openMachine(ids.slice(0, 2)), await openMachine(ids.slice(2))]
    await sync(a, folder)
    expect(await sync(b, folder)).toEqual({ added: 2, changed: 0, released: 0 })
    await sync(a, folder)
    expect(await savedIds(a)).toEqual(ids)
    expect(await a.saved.get(ids[3] as string)).toMatchObject({
      record: { title: `Paper ${ids[3]}` },
    })
    expect((await a.saved.get(ids[3] as string))?.pendingSince).toBeUndefined()
    expect(await reportOf(a)).toMatchObject({ machines: 1, syncedAt: expect.any(Number) })
    expect((await reportOf(a))?.problem).toBeUndefined()
  })

  test('is only asked what there is while nothing is new', async () => {
    const folder = new FakeFolder()
    const [a, b] = [await openMachine(ids), await openMachine()]
    for (const db of [a, b, a, b]) await sync(db, folder)
    folder.log = []
    for (const db of [a, b]) await sync(db, folder)
    expect(folder.log).toEqual(['list', 'list'])
  })

  test('gets a change once, by the machine that made it', async () => {
    const folder = new FakeFolder()
    const [a, b] = [await openMachine(ids), await openMachine()]
    for (const db of [a, b, a, b]) await sync(db, folder)
    await releasePapers(a, [ids[0] as string], Date.now())
    folder.log = []
    for (const db of [a, b, a, b]) await sync(db, folder)
    expect(folder.writes).toBe(1)
    expect(await savedIds(b)).toEqual(ids.slice(1))
  })

  test('passes on what a machine learned elsewhere', async () => {
    const folder = new FakeFolder()
    const [a, b] = [await openMachine(), await openMachine()]
    for (const db of [a, b]) await sync(db, folder)
    await save(b, ids[0] as string)
    await sync(b, folder)
    await sync(a, folder)
    folder.files.delete(fileNameOf(await machineId(b)))
    const c = await openMachine()
    for (const db of [a, c]) await sync(db, folder)
    expect(await savedIds(c)).toEqual([ids[0]])
  })

  test('in which a copied profile wrote the same file at once loses neither change', async () => {
    const folder = new FakeFolder()
    const a = await openMachine([ids[0] as string])
    await sync(a, folder)
    const twin = openDatabase()
    for (const table of a.tables) await twin.table(table.name).bulkAdd(await table.toArray())
    await save(a, ids[1] as string)
    await save(twin, ids[2] as string)
    let isFirst = true
    const name = fileNameOf(await machineId(a))
    const other = new FakeFolder()
    other.files = new Map(folder.files)
    await sync(twin, other)
    folder.beforeWrite = () => {
      // The twin's write arrives between this one's look and its own write.
      if (isFirst) folder.put(name, other.files.get(name)?.bytes ?? new Uint8Array())
      isFirst = false
    }
    await sync(a, folder)
    await sync(twin, folder)
    expect(await savedIds(a)).toEqual(ids.slice(0, 3))
    expect(await savedIds(twin)).toEqual(ids.slice(0, 3))
  })

  test('without ETags is read each time, and written all the same', async () => {
    const folder = new FakeFolder()
    folder.hasEtags = false
    const [a, b] = [await openMachine(ids), await openMachine()]
    for (const db of [a, b, a, b]) await sync(db, folder)
    expect(await savedIds(b)).toEqual(ids)
    expect((await reportOf(b))?.problem).toBeUndefined()
  })

  test('with a file that cannot be read says which, and merges the others', async () => {
    const folder = new FakeFolder()
    folder.put('paperboy-br0ken00.json.gz', new Uint8Array([1, 2, 3]))
    folder.put('holiday.jpg', new Uint8Array([1, 2, 3]))
    const [a, b] = [await openMachine(ids), await openMachine()]
    for (const db of [a, b]) await sync(db, folder)
    expect(await savedIds(b)).toEqual(ids)
    expect((await reportOf(b))?.problem).toBe('paperboy-br0ken00.json.gz is damaged or cut short.')
    expect(folder.files.get('paperboy-br0ken00.json.gz')?.bytes).toEqual(new Uint8Array([1, 2, 3]))
  })

  test('in which its own file was cut short writes it again', async () => {
    const folder = new FakeFolder()
    const a = await openMachine(ids)
    await sync(a, folder)
    const name = fileNameOf(await machineId(a))
    folder.put(name, (folder.files.get(name)?.bytes ?? new Uint8Array()).slice(0, 40))
    await sync(a, folder)
    const b = await openMachine()
    await sync(b, folder)
    expect(await savedIds(b)).toEqual(ids)
    expect((await reportOf(a))?.problem).toBeUndefined()
  })

  test('that fails loses nothing, says so, and goes on the next time', async () => {
    const folder = new FakeFolder()
    const [a, b] = [await openMachine(ids.slice(0, 2)), await openMachine(ids.slice(2))]
    await sync(b, folder)
    folder.beforeWrite = () => {
      throw new WebdavError('There is no room left on cloud.example (HTTP 507).', { status: 507 })
    }
    await sync(a, folder)
    expect((await reportOf(a))?.problem).toContain('no room')
    expect((await reportOf(a))?.syncedAt).toBeUndefined()
    // What was there came in all the same.
    expect(await savedIds(a)).toEqual(ids)
    delete folder.beforeWrite
    await sync(a, folder)
    expect((await reportOf(a))?.problem).toBeUndefined()
    await sync(b, folder)
    expect(await savedIds(b)).toEqual(ids)
  })
})
