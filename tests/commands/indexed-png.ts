import { crc32, deflateSync } from 'node:zlib'

/**
 * A square picture as a PNG of numbered colours, which of a drawing is less than half as long as
 * the one that browsers write. `pixels`: RGBA, row by row. Throws where there are more than 256
 * colours. The format: https://www.w3.org/TR/png-3/.
 */
export function indexedPng(pixels: Uint8Array, size: number): Buffer {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.length)
  const all = Array.from({ length: size * size }, (_, i) => view.getUint32(i * 4))
  // Those that let something through come first: only of these the alpha is written.
  const colours = [...new Set(all)].sort((a, b) => (a & 255) - (b & 255))
  if (colours.length > 256) throw new Error(`${colours.length} colours`)
  const bits = [1, 2, 4, 8].find((each) => colours.length <= 2 ** each) ?? 8
  const rowLength = 1 + Math.ceil((size * bits) / 8)
  const rows = Buffer.alloc(rowLength * size)
  for (const [i, colour] of all.entries()) {
    const [x, y] = [i % size, Math.floor(i / size)]
    const at = y * rowLength + 1 + Math.floor((x * bits) / 8)
    rows[at] = (rows[at] ?? 0) | (colours.indexOf(colour) << (8 - bits - ((x * bits) % 8)))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([bits, 3], 8)
  const bytesOf = (colour: number) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255]
  const seeThrough = colours.map((colour) => colour & 255).filter((alpha) => alpha < 255)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flatMap(bytesOf))),
    ...(seeThrough.length > 0 ? [chunk('tRNS', Buffer.from(seeThrough))] : []),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
