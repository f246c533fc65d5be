import { crc32, deflateSync } from 'node:zlib'
import { createRandom, type SeededRandom } from './seeded-random.ts'

/** As large as the real feed's. */
const width = 1200
const height = 648

export type Bitmap = { width: number; height: number; rgb: Uint8Array }
type Colour = readonly [number, number, number]

const inks: readonly Colour[] = [
  [58, 86, 130],
  [176, 82, 60],
  [88, 124, 88],
  [190, 148, 62],
  [112, 84, 128],
  [66, 128, 134],
]

/** The thumbnail of a paper: what could be its first figure. The same for the same id. */
export function drawThumbnail(id: string): Bitmap {
  const random = createRandom(Number(id.replace('.', '')))
  const bitmap = { width, height, rgb: new Uint8Array(width * height * 3).fill(252) }
  const draw = random.pick([drawCurves, drawBars, drawMatrix, drawCloud, drawBoxes])
  draw(bitmap, random, random.shuffle(inks))
  return bitmap
}

/** The same as a PNG. https://www.w3.org/TR/png-3/ */
export function thumbnailPng(id: string): Buffer {
  const { rgb } = drawThumbnail(id)
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) {
    rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of each of three colours.
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 }))]
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

type Draw = (bitmap: Bitmap, random: SeededRandom, colours: readonly Colour[]) => void

const drawCurves: Draw = (bitmap, random, colours) => {
  drawAxes(bitmap)
  for (let n = 0; n < random.between(2, 4); n++) {
    const [top, fall, wave] = [random.between(60, 260), random.between(2, 9), random.next() * 6]
    let last = 0
    for (let x = 0; x < 1000; x++) {
      const t = x / 1000
      const noise = Math.sin(t * 40 + wave * 9) * 8 * (1 - t) + Math.sin(t * 11 + wave) * 10
      const y = height - 90 - (height - 150 - top) * (1 - Math.exp(-fall * t)) - noise
      const [from, to] = x === 0 ? [y, y] : [Math.min(last, y), Math.max(last, y)]
      fill(bitmap, 130 + x, from - 4, 3, to - from + 8, colours[n])
      last = y
    }
  }
}

const drawBars: Draw = (bitmap, random, colours) => {
  drawAxes(bitmap)
  const groups = random.between(4, 6)
  const step = 980 / groups
  for (let group = 0; group < groups; group++) {
    for (let n = 0; n < 3; n++) {
      const tall = random.between(90, 330) + n * 60
      const bar = step / 4.4
      fill(bitmap, 150 + group * step + n * bar, height - 90 - tall, bar - 6, tall, colours[n])
    }
  }
}

const drawMatrix: Draw = (bitmap, random, [colour = [0, 0, 0]]) => {
  const size = random.pick([12, 16, 20])
  const cell = Math.floor((height - 100) / size)
  for (const left of [90, 90 + (size + 1) * cell]) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const near = Math.exp(-Math.abs(row - column) / (left === 90 ? 3 : 7))
        const share = Math.min(1, near * 0.8 + random.next() * 0.25)
        fill(bitmap, left + column * cell, 50 + row * cell, cell - 2, cell - 2, mix(colour, share))
      }
    }
  }
}

const drawCloud: Draw = (bitmap, random, colours) => {
  drawAxes(bitmap)
  for (let n = 0; n < 4; n++) {
    const [x, y] = [random.between(280, 960), random.between(120, 440)]
    for (let dot = 0; dot < 130; dot++) {
      const [angle, far] = [random.next() * 7, Math.sqrt(-2 * Math.log(random.next() || 1)) * 52]
      fillDisc(bitmap, x + Math.cos(angle) * far * 1.5, y + Math.sin(angle) * far, 7, colours[n])
    }
  }
}

const drawBoxes: Draw = (bitmap, random, colours) => {
  const columns = random.between(3, 4)
  const step = 1080 / columns
  for (let column = 0; column < columns; column++) {
    const rows = column === 0 ? 1 : random.between(1, 3)
    const left = 80 + column * step
    for (let row = 0; row < rows; row++) {
      const tall = 420 / rows - 30
      const top = 120 + row * (tall + 40)
      const colour = colours[(column + row) % colours.length] as Colour
      fill(bitmap, left, top, step - 90, tall, mix(colour, 0.9))
      fill(bitmap, left + 6, top + 6, step - 102, tall - 12, mix(colour, 0.18))
      for (let line = 0; line < 3 && 40 + line * 34 < tall - 20; line++) {
        const long = (step - 160) * (line === 2 ? 0.5 : 0.9)
        fill(bitmap, left + 30, top + 34 + line * 34, long, 12, mix(colour, 0.6))
      }
      if (column < columns - 1) fill(bitmap, left + step - 84, top + tall / 2, 78, 6, [90, 90, 90])
    }
  }
}

function drawAxes(bitmap: Bitmap): void {
  for (let y = 60; y < height - 90; y += 90) fill(bitmap, 130, y, 1000, 2, [226, 226, 226])
  fill(bitmap, 126, 40, 4, height - 130, [70, 70, 70])
  fill(bitmap, 126, height - 90, 1010, 4, [70, 70, 70])
}

/** A colour laid on white so thick, from 0 to 1. */
function mix([red, green, blue]: Colour, share: number): Colour {
  const on = (part: number) => Math.round(252 + (part - 252) * share)
  return [on(red), on(green), on(blue)]
}

function fill(
  { rgb }: Bitmap,
  x: number,
  y: number,
  wide: number,
  tall: number,
  colour: Colour = [0, 0, 0],
): void {
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + wide))]
  const bottom = Math.min(height, Math.round(y + tall))
  if (left >= right) return
  const line = Uint8Array.from({ length: (right - left) * 3 }, (_, i) => colour[i % 3] ?? 0)
  for (let row = Math.max(0, Math.round(y)); row < bottom; row++) {
    rgb.set(line, (row * width + left) * 3)
  }
}

function fillDisc(bitmap: Bitmap, x: number, y: number, radius: number, colour?: Colour): void {
  for (let row = -radius; row <= radius; row++) {
    const half = Math.sqrt(radius * radius - row * row)
    fill(bitmap, x - half, y + row, half * 2, 1, colour)
  }
}
