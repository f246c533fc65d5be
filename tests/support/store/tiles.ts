import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'

const icon = readFileSync(new URL('../../../store/icon.svg', import.meta.url))

const toUrl = (type: string, data: Buffer) => `data:${type};base64,${data.toString('base64')}`

/** The texts of a promotional picture, and the screenshot in it. */
export interface Tile {
  lang: string
  /** Where its lines start: `ltr` or `rtl`. */
  direction: string
  name: string
  tagline: string
  screenshot: Buffer
}

/** Draws a promotional picture of this size to a file. */
export async function drawTile(
  page: Page,
  tile: Tile,
  size: { width: number; height: number },
  path: string,
): Promise<void> {
  // Of the wide one the words take the side where lines start; of the small one, the top.
  const isWide = size.width > 1000
  await page.setViewportSize(size)
  await page.setContent(`<!doctype html><html lang="${tile.lang}" dir="${tile.direction}"><style>
    * { margin: 0; box-sizing: border-box }
    /* What hangs out of the body is cut by it, and not scrolled to, as the window's would be. */
    html { overflow: hidden }
    body { height: 100vh; overflow: hidden; position: relative; background: #a02019; color: #fffaf0;
      font-family: "Iowan Old Style", "Palatino Linotype", Georgia, "Liberation Serif", serif }
    header { position: absolute; ${isWide ? 'inset-inline-start: 88px; top: 150px; width: 480px' : 'inset-inline: 24px; top: 22px'} }
    .head { display: flex; align-items: center; gap: ${isWide ? 24 : 12}px }
    .head img { width: ${isWide ? 88 : 44}px; border-radius: 22%; outline: 1px solid #ffffff33 }
    h1 { font-size: ${isWide ? 84 : 38}px; line-height: 1; letter-spacing: -0.02em }
    p { margin-top: ${isWide ? 28 : 10}px; font-size: ${isWide ? 38 : 19}px; line-height: 1.3; text-wrap: balance }
    .shot { position: absolute; border-start-start-radius: 10px; box-shadow: 0 10px 50px #0006; background: #faf9f4;
      ${isWide ? 'inset-inline-start: 620px; top: 84px; width: 1000px' : 'inset-inline-start: 56px; top: 132px; width: 560px'} }
  </style>
  <img class="shot" src="${toUrl('image/png', tile.screenshot)}">
  <header><div class="head"><img src="${toUrl('image/svg+xml', icon)}"><h1></h1></div><p></p></header></html>`)
  await page.locator('h1').evaluate((element, text) => {
    element.textContent = text
  }, tile.name)
  await page.locator('p').evaluate((element, text) => {
    element.textContent = text
  }, tile.tagline)
  await page.locator('.shot').evaluate((image) => (image as HTMLImageElement).decode())
  await page.screenshot({ path })
}

/**
 * Draws the popup over a page, as it opens from the corner of the browser where lines end (`ltr`
 * or `rtl`), to a file.
 */
export async function drawPopupOver(
  page: Page,
  direction: string,
  pictures: { backdrop: Buffer; popup: Buffer },
  path: string,
): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.setContent(`<!doctype html><html dir="${direction}"><style>
    * { margin: 0 }
    body { width: 1280px; height: 800px; overflow: hidden; position: relative; background: #000 }
    .back { width: 1280px; opacity: 0.45; display: block }
    .popup { position: absolute; inset-inline-end: 48px; top: 40px; border-radius: 12px; box-shadow: 0 24px 80px #000c }
  </style><img class="back" src="${toUrl('image/png', pictures.backdrop)}"><img class="popup" src="${toUrl('image/png', pictures.popup)}">`)
  await page.locator('.popup').evaluate((image) => (image as HTMLImageElement).decode())
  await page.screenshot({ path })
}
