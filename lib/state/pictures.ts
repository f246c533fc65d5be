import { effect } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { getPictures } from '../db/pictures.ts'
import type { NewTab } from './new-tab.ts'
import type { PageContent } from './page-content.ts'

/**
 * Reads the pictures of what is shown, for which boxes are kept free, from now on. They are shown
 * together, once they can be drawn: a box goes from empty to full and nothing between.
 */
export function connectPictures(
  db: Database,
  tab: NewTab,
  fail: (error: unknown) => void,
): () => void {
  return effect(() => {
    const ids = idsOf(tab.content.value).filter((id) => !tab.pictures.peek().has(id))
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
    const isNew = ([id]: readonly [string, string]) => !tab.pictures.peek().has(id)
    for (const each of urls) if (!isNew(each)) URL.revokeObjectURL(each[1])
    const fresh = urls.filter(isNew)
    if (fresh.length > 0) tab.pictures.value = new Map([...tab.pictures.value, ...fresh])
  }
}

function idsOf(content: PageContent): string[] {
  const cards =
    content.state === 'papers' ? content.cards : content.state === 'paper' ? [content.card] : []
  return cards.filter(({ hasPicture }) => hasPicture).map(({ id }) => id)
}
