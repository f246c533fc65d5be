import { describe, expect, test, vi } from 'vitest'
import { PaperboyDatabase } from '@/lib/db/database.ts'
import { storePicture } from '@/lib/db/pictures.ts'
import { createNewTab } from '@/lib/state/new-tab.ts'
import { cardsOf } from '@/lib/state/page-content.ts'
import { connectPictures } from '@/lib/state/pictures.ts'
import { shrinkPicture } from '@/lib/sync-feed/shrink-picture.ts'
import { makeCards } from '../support/cards.ts'

/** A figure with a frame on a clear ground, as a PNG. */
async function drawFigure(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  context.fillStyle = '#a02019'
  context.fillRect(0, 0, width, height / 10)
  return canvas.convertToBlob({ type: 'image/png' })
}

describe('a picture', () => {
  test('is kept as WebP, so wide and in its own proportions', async () => {
    const small = await shrinkPicture(await drawFigure(1200, 648), 360)
    expect(small).toMatchObject({ type: 'image/webp', width: 360 })
    const bytes = small?.bytes ?? new Uint8Array()
    expect(bytes.length).toBeGreaterThan(100)
    expect(bytes.length).toBeLessThan(12_000)
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }))
    expect([bitmap.width, bitmap.height]).toEqual([360, 194])
    const canvas = new OffscreenCanvas(1, 1)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(bitmap, 180, 100, 1, 1, 0, 0, 1, 1)
    // The clear ground is white.
    expect([...context.getImageData(0, 0, 1, 1).data].every((part) => part > 250)).toBe(true)
  })

  test('is never made larger', async () => {
    expect(await shrinkPicture(await drawFigure(90, 60), 360)).toMatchObject({ width: 90 })
  })

  test('that is none is told from one', async () => {
    expect(await shrinkPicture(new Blob(['no picture'], { type: 'image/png' }), 360)).toBe(
      undefined,
    )
  })
})

test('the pictures that are stored are read for their boxes, and no others', async () => {
  const db = new PaperboyDatabase(`pictures-${crypto.randomUUID()}`)
  const [first, second, third] = makeCards(3) as [ReturnType<typeof makeCards>[0], never, never]
  const small = await shrinkPicture(await drawFigure(40, 20), 40)
  if (!small || !first) throw new Error('There is no picture')
  await storePicture(db, { id: first.id, storedAt: 1, ...small })
  const tab = createNewTab({ hash: '', now: new Date(), visit: { lastLookAt: 0 } })
  const end = connectPictures(
    db,
    tab.pictures,
    () => cardsOf(tab.content.value),
    (error) => expect.fail(String(error)),
  )
  const cards = [{ ...first, hasPicture: true as const }, second, third]
  tab.content.value = { route: { view: 'today' }, state: 'papers', cards, total: 3 }
  await expect.poll(() => [...tab.pictures.value.keys()]).toEqual([first.id])
  const image = new Image()
  image.src = tab.pictures.value.get(first.id) ?? ''
  await image.decode()
  expect([image.naturalWidth, image.naturalHeight]).toEqual([40, 20])
  end()
  await db.delete()
})

test('a picture that is read twice, since the page changed meanwhile, is held once', async () => {
  const db = new PaperboyDatabase(`pictures-${crypto.randomUUID()}`)
  const [card] = makeCards(1)
  const small = await shrinkPicture(await drawFigure(40, 20), 40)
  if (!small || !card) throw new Error('There is no picture')
  await storePicture(db, { id: card.id, storedAt: 1, ...small })
  const made = vi.spyOn(URL, 'createObjectURL')
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const tab = createNewTab({ hash: '', now: new Date(), visit: { lastLookAt: 0 } })
  const end = connectPictures(
    db,
    tab.pictures,
    () => cardsOf(tab.content.value),
    (error) => expect.fail(String(error)),
  )
  const cards = [{ ...card, hasPicture: true as const }]
  for (const total of [1, 2]) {
    tab.content.value = { route: { view: 'today' }, state: 'papers', cards, total }
  }
  await expect.poll(() => made.mock.calls.length).toBe(2)
  await expect.poll(() => revoked.mock.calls.length).toBe(1)
  expect(revoked.mock.calls[0]?.[0]).not.toBe(tab.pictures.value.get(card.id))
  end()
  for (const spy of [made, revoked]) spy.mockRestore()
  await db.delete()
})
