import { expect, test } from 'vitest'
import { daysBetween, getListing, latestEdition } from '../../../lib/db/listings.ts'
import { dayRef } from '../../../lib/model/listing.ts'
import { makeListing } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

async function openWithDays() {
  const db = openDatabase()
  await db.listings.bulkPut([
    makeListing({ key: '2026-08-13' }),
    makeListing({ key: '2026-08-14' }),
    makeListing({ key: '2026-08-15', ids: [] }),
    makeListing({ key: '2026-08-16', ids: [] }),
    makeListing({ key: '2026-08-17' }),
    makeListing({ kind: 'month', key: '2026-08' }),
    makeListing({ kind: 'trending', key: '' }),
  ])
  return db
}

test('a listing is found by its kind and key', async () => {
  const db = await openWithDays()
  expect(await getListing(db, dayRef('2026-08-14'))).toEqual(makeListing())
  expect(await getListing(db, { kind: 'trending', key: '' })).toMatchObject({ kind: 'trending' })
  expect(await getListing(db, dayRef('2026-08-18'))).toBeUndefined()
})

test('days come newest first, both ends included, and nothing but days', async () => {
  const db = await openWithDays()
  const days = await daysBetween(db, '2026-08-14', '2026-08-16')
  expect(days.map(({ key }) => key)).toEqual(['2026-08-16', '2026-08-15', '2026-08-14'])
})

test.each([
  ['2026-08-18', '2026-08-17'],
  ['2026-08-17', '2026-08-17'],
  ['2026-08-16', '2026-08-14'],
  ['2026-08-12', undefined],
])('up to %s the latest edition is that of %s', async (last, edition) => {
  const db = await openWithDays()
  expect((await latestEdition(db, last))?.key).toBe(edition)
})
