import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { PaperboyDatabase } from '../../../lib/db/database.ts'
import { getListing } from '../../../lib/db/listings.ts'
import { savedCards } from '../../../lib/db/saved.ts'
import { readSyncState } from '../../../lib/db/sync-state.ts'
import { dayRef } from '../../../lib/model/listing.ts'
import { readStamp } from '../../../lib/model/stamp.ts'
import { version1 } from '../../support/databases/version-1.ts'
import { version2 } from '../../support/databases/version-2.ts'
import { version3 } from '../../support/databases/version-3.ts'
import { version4 } from '../../support/databases/version-4.ts'
import { version5 } from '../../support/databases/version-5.ts'
import { version6 } from '../../support/databases/version-6.ts'
import { openDatabase } from '../open-database.ts'

/** One for every version ever released, so that a database of any age opens. */
const fixtures = [version1, version2, version3, version4, version5, version6]
/** Made from the papers: a new layout throws these away, and has them made anew. */
const madeAnew = ['segments', 'segmentBlocks', 'segmentChunks', 'indexState']

test('every version there ever was has a fixture', () => {
  // Dexie tells its versions nowhere else.
  const { _versions } = new PaperboyDatabase() as unknown as {
    _versions: { _cfg: { version: number } }[]
  }
  const versions = _versions.map(({ _cfg }) => _cfg.version).sort((a, b) => a - b)
  expect(versions.length).toBeGreaterThan(0)
  expect(fixtures.map(({ version }) => version).sort((a, b) => a - b)).toEqual(versions)
})

describe.each(fixtures)('a database of version $version', (fixture) => {
  async function open(): Promise<PaperboyDatabase> {
    const db = openDatabase()
    await fixture.write(db.name)
    return db
  }

  test('has a row in every table it had', () => {
    expect(Object.keys(fixture.rows).length).toBeGreaterThan(0)
    for (const rows of Object.values(fixture.rows)) expect(rows.length).toBeGreaterThan(0)
  })

  test('opens, and every row survives', async () => {
    const db = await open()
    for (const [name, rows] of Object.entries(fixture.rows)) {
      if (fixture.version < 4 && madeAnew.includes(name)) continue
      expect(await db.table(name).count()).toBe(rows.length)
      const kept = await db.table(name).toArray()
      for (const row of rows) expect(kept).toContainEqual(expect.objectContaining(row))
    }
  })

  test('has its papers put into a search index that is not whole yet', async () => {
    const db = await open()
    const state = await db.indexState.get('rebuild')
    expect(state?.value).toMatchObject({ building: expect.any(Number) })
    if (fixture.version < 4) expect(await db.segments.count()).toBe(0)
  })

  test('is of the newest version from then on', async () => {
    const db = await open()
    await db.open()
    const stores = [...db.backendDB().objectStoreNames]
    expect(stores.sort()).toEqual(db.tables.map(({ name }) => name).sort())
    expect(db.backendDB().version).toBe(db.verno * 10)
  })

  test('is read by today’s queries, keys and indexes', async () => {
    const db = await open()
    expect((await getListing(db, dayRef('2026-08-14')))?.ids).toEqual(['2608.00001'])
    expect((await savedCards(db)).map(({ id }) => id)).toEqual(['2608.00003', '2608.00001'])
    expect(await readSyncState(db)).toMatchObject({ backOff: { failures: 2 } })
  })
})

test('what was saved before there were tags and stamps has them, and can be merged', async () => {
  const db = openDatabase()
  await version2.write(db.name)
  const [saved] = await db.saved.toArray()
  expect(saved).toMatchObject({ status: 'to-read', tags: [] })
  expect(readStamp(saved?.stamps.saved as string)).toMatchObject({ ms: saved?.savedAt })
  const [released] = await db.released.toArray()
  const [tombstone] = await db.tombstones.toArray()
  expect(tombstone?.id).toBe(released?.id)
  expect(readStamp(tombstone?.stamp as string)).toMatchObject({ ms: released?.releasedAt })
})

test('no text is indexed: an index is of ids, keys, times, counts and tags', async () => {
  const db = openDatabase()
  await db.open()
  const times = [
    'at',
    'madeAt',
    'savedAt',
    'storedAt',
    'readAt',
    'releasedAt',
    'pendingSince',
    'record.publishedAt',
    'stamps.note',
  ]
  const ofTheReader = ['status', 'tags', 'record.upvotes']
  const keys = ['id', 'kind', 'key', 'paperId', 'name', 'segment', 'list', 'n', 'session']
  const allowed = new Set([...keys, ...times, ...ofTheReader])
  for (const { schema } of db.tables) {
    for (const { keyPath } of [schema.primKey, ...schema.indexes]) {
      for (const path of [keyPath ?? []].flat()) expect(allowed).toContain(path)
    }
  }
})
