import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { needChromium } from '../support/browsers/find-browser.ts'
import { indexedPng } from './indexed-png.ts'

const folder = join(import.meta.dirname, '../../public/icon')
const sizes = [16, 32, 48, 96, 128]

// Draws the icon's sizes from its one SVG: `npm run icons` after changing it.
const svg = await readFile(join(import.meta.dirname, '../../store/icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: needChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`)
  const drawn = await page.screenshot({ omitBackground: true })
  const pixels = await page.evaluate(readPixels, drawn.toString('base64'))
  await writeFile(join(folder, `${size}.png`), indexedPng(Uint8Array.from(pixels), size))
}
await browser.close()
console.log(`Drew ${sizes.join(', ')} px.`)

/** The pixels of a PNG, RGBA; runs in the page. */
async function readPixels(base64: string): Promise<number[]> {
  const image = new Image()
  image.src = `data:image/png;base64,${base64}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0)
  return [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])]
}
