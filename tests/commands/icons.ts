import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { needChromium } from '../support/browsers/find-browser.ts'

const folder = join(import.meta.dirname, '../../public/icon')
const sizes = [16, 32, 48, 96, 128]

// Draws the icon's sizes from its one SVG: `npm run icons` after changing it.
const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: needChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`)
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true })
}
await browser.close()
console.log(`Drew ${sizes.join(', ')} px.`)
