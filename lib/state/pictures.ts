import { effect, type Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { getPictures } from '../db/pictures.ts'
import type { PaperCard } from '../model/card.ts'

/**
 * Reads the pictures of the cards that are shown, for which boxes are kept free, from now on and
 * whenever the signals that `cards` reads change. They are shown together, once they can be drawn:
 * a box goes from empty to full and nothing between.
 */
export function connectPictures(
  db: Database,
  shown: Signal<ReadonlyMap<string, string>>,
  cards: () => readonly PaperCard[],
  fail: (error: unknown) => void,
): () => void {
  return effect(() => {
    const ids = cards().flatMap(({ id, hasPicture }) =>
      hasPicture && !shown.peek().has(id) ? [id] : [],
    )
    if (ids.length > 0) show(ids).catch(fail)
  })

  async function show(ids: string[]): Promise<void> {
    const pictures = await getPictures(db, ids)
    const urls = await Promise.all(
      pictures.map(async ({ id, bytes, type }) => {
        const image = new Image()
        image.src = URL.createObjectURL(new Blob([bytes], { type }))
        // One that cannot be drawn leaves its box empty.
        await image.decode().catch(() => {})
        return [id, image.src] as const
      }),
    )
    // What was shown changed while they were read: some were read twice.
    const isNew = ([id]: readonly [string, string]) => !shown.peek().has(id)
    for (const each of urls) if (!isNew(each)) URL.revokeObjectURL(each[1])
    const fresh = urls.filter(isNew)
    if (fresh.length > 0) shown.value = new Map([...shown.value, ...fresh])
  }
}
