import type { Picture } from '../model/picture.ts'
import type { Database } from './database.ts'

/** Of these papers, those with a picture. Reads no picture. */
export async function idsWithPicture(db: Database, ids: readonly string[]): Promise<Set<string>> {
  return new Set(
    await db.pictures
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  )
}

/** The pictures of these papers, as far as there are any. */
export async function getPictures(db: Database, ids: readonly string[]): Promise<Picture[]> {
  const pictures = await db.pictures.bulkGet([...ids])
  return pictures.filter((picture) => picture !== undefined)
}

/** About 10 KB each. */
const mostPictures = 600

/** Stores a picture; the oldest go when there are too many, but not those of `kept` papers. */
export async function storePicture(
  db: Database,
  picture: Picture,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    await db.pictures.put(picture)
    const tooMany = (await db.pictures.count()) - mostPictures
    if (tooMany <= 0) return
    const oldest = await db.pictures
      .orderBy('storedAt')
      .filter(({ id }) => !kept.has(id))
      .limit(tooMany)
      .primaryKeys()
    await db.pictures.bulkDelete(oldest)
  })
}
