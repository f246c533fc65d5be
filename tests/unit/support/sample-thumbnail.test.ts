import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawThumbnail, thumbnailPng } from '../../support/feed/sample-thumbnail.ts'

test('a thumbnail is the same each time, and that of another paper another', () => {
  // Compared as bytes: element by element takes seconds.
  const draw = (id: string) => Buffer.from(drawThumbnail(id).rgb)
  expect(draw('2608.90001').equals(draw('2608.90001'))).toBe(true)
  expect(draw('2608.90001').equals(draw('2608.90002'))).toBe(false)
})

test('as a PNG it has every pixel of the picture', () => {
  const png = thumbnailPng('2608.90001')
  const { width, height, rgb } = drawThumbnail('2608.90001')
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height])
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const row = width * 3 + 1
  expect(rows).toHaveLength(row * height)
  expect(rows.subarray(300 * row + 1, 301 * row)).toEqual(
    Buffer.from(rgb.subarray(300 * (row - 1), 301 * (row - 1))),
  )
})
