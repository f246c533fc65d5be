import { expect, test } from 'vitest'
import { getPictures, idsWithPicture, storePicture } from '../../../lib/db/pictures.ts'
import { makeIds } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const picture = (id: string, storedAt: number) => ({
  ...{ id, storedAt, type: 'image/webp', width: 360 },
  bytes: new Uint8Array([1, 2, 3]),
})

test('a picture is found by its paper', async () => {
  const db = openDatabase()
  const [one = '', two = ''] = makeIds(2)
  await storePicture(db, picture(one, 5))
  expect(await idsWithPicture(db, [one, two])).toEqual(new Set([one]))
  expect(await getPictures(db, [two, one])).toEqual([picture(one, 5)])
})

test('the oldest go first, but not those of papers that are kept', async () => {
  const db = openDatabase()
  const ids = makeIds(602)
  await db.pictures.bulkPut(ids.slice(0, 600).map((id, i) => picture(id, i)))
  await storePicture(db, picture(ids[600] as string, 600), new Set([ids[0] as string]))
  await storePicture(db, picture(ids[601] as string, 601), new Set([ids[0] as string]))
  expect(await db.pictures.count()).toBe(600)
  const left = await idsWithPicture(db, ids)
  expect(ids.filter((id) => !left.has(id))).toEqual([ids[1], ids[2]])
})
