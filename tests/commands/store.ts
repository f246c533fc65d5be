import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionBrowser, ExtensionPage } from '../support/browsers/browser.ts'
import { openChromium } from '../support/browsers/chromium.ts'
import { needChromium } from '../support/browsers/find-browser.ts'
import { readPapers, setEndpoint, waitUntil } from '../support/browsers/paperboy-pages.ts'
import { lastWeekday } from '../support/feed/calendar.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { openFeed } from '../support/feed/feed-source.ts'
import { readMessages } from '../support/i18n/read-messages.ts'
import { copyInLanguage } from '../support/store/in-language.ts'
import { readStoreTexts, storeLocales } from '../support/store/store-texts.ts'
import { drawPopupOver, drawTile } from '../support/store/tiles.ts'
import { ensureBrowsers } from './install-browser.ts'
import { step } from './progress.mjs'
import { build } from './tools.ts'

// `npm run store`: the pictures for the stores in every language of store/texts/, of generated
// papers only. Chrome and Edge take screenshots of 1280 × 800, AMO any of that shape.
const folder = '.output/store'
const screen = { width: 1280, height: 800 }
const query = 'language models'

await ensureBrowsers('chromium')
const extension = resolve(await build('chrome'))
const server = await startFeedServer({
  source: openFeed('sample'),
  newest: lastWeekday(feedDateAt(new Date())),
  hasThumbnails: true,
})
try {
  for (const locale of storeLocales) {
    await step(`Taking the pictures in ${locale}`, () => takePictures(server, locale))
  }
} finally {
  await server.close()
}
console.log(`The pictures are in ${folder}.`)

async function takePictures(server: FeedServer, locale: string): Promise<void> {
  const to = join(folder, locale)
  mkdirSync(to, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-store-'))
  const copy = copyInLanguage(extension, locale)
  try {
    const browser = await openChromium({ profile, extension: copy })
    try {
      server.thumbnails.length = 0
      await setEndpoint(browser, server.url)
      await takeFirstSteps(browser, server)
      await takeScreenshots(browser, to)
    } finally {
      await browser.close()
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
    rmSync(copy, { recursive: true })
  }
  await drawOthers(to, locale)
}

/** Waits for the papers' pictures, and skips what greets the one who is new. */
async function takeFirstSteps(browser: ExtensionBrowser, server: FeedServer): Promise<void> {
  const page = await browser.open('newtab.html#/today')
  await waitUntil(async () => server.thumbnails.length >= 30, 'the pictures', 60_000)
  await page.waitFor(() => document.querySelector('.first-steps') !== null, null)
  await page.click('.first-steps-skip')
  await page.close()
}

async function takeScreenshots(browser: ExtensionBrowser, to: string): Promise<void> {
  const newTab = await browser.open('newtab.html#/today')
  await newTab.show({ ...screen, theme: 'light' })
  await waitUntil(async () => (await readPapers(newTab)).length > 0, 'the new tab', 30_000)
  await newTab.waitFor(
    () => document.querySelector<HTMLImageElement>('.paper-picture img')?.complete,
    undefined,
    { what: 'the picture of the lead' },
  )
  const first = await savePapers(newTab, 6)
  await newTab.screenshot(join(to, '1-new-tab.png'))
  await newTab.show({ ...screen, theme: 'dark' })
  await newTab.screenshot(join(to, '2-night.png'))

  const popup = await browser.open('popup.html')
  await popup.show({ width: 420, height: 640, theme: 'light' })
  await popup.type(query)
  await popup.waitFor(
    // Until both words are there the hits are those of the letters before.
    (query) =>
      document.body.textContent?.includes(query) && document.querySelector('[data-paper-id] mark'),
    query,
    { timeoutMs: 30_000, what: 'the papers found for two words' },
  )
  await popup.screenshot(join(to, 'popup.png'))

  await shoot(browser, `newtab.html#/paper/${first}`, join(to, '4-paper.png'))
  await shoot(browser, 'newtab.html#/saved', join(to, '5-saved.png'))
}

/** Saves the first papers of a page; returns the id of the first. */
async function savePapers(page: ExtensionPage, count: number): Promise<string> {
  await page.evaluate((count) => {
    const buttons = document.querySelectorAll<HTMLElement>('[data-paper-id] [aria-pressed=false]')
    for (const button of [...buttons].slice(0, count)) button.click()
  }, count)
  return page.waitFor(
    (count) => {
      const pressed = document.querySelectorAll('[data-paper-id] [aria-pressed=true]').length
      const first = document.querySelector<HTMLElement>('[data-paper-id]')
      return pressed < count ? undefined : first?.dataset.paperId
    },
    count,
    { what: 'the first papers to be saved' },
  )
}

async function shoot(browser: ExtensionBrowser, address: string, path: string): Promise<void> {
  const page = await browser.open(address)
  await page.show({ ...screen, theme: 'light' })
  await page.waitFor(() => document.querySelector('[data-paper-id] h2'), undefined, {
    timeoutMs: 30_000,
    what: address,
  })
  await page.screenshot(path)
  await page.close()
}

/** The pictures that are put together of others. */
async function drawOthers(to: string, locale: string): Promise<void> {
  const [messages, texts] = await Promise.all([
    readMessages(locale),
    readStoreTexts(`texts/${locale}`),
  ])
  const screenshot = readFileSync(join(to, '1-new-tab.png'))
  const tile = {
    lang: messages.language_tag ?? locale,
    direction: messages.language_direction ?? 'ltr',
    name: messages.manifest_name ?? '',
    tagline: texts.tagline ?? '',
    screenshot,
  }
  const browser = await chromium.launch({
    executablePath: needChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage()
    const popup = join(to, 'popup.png')
    const pictures = { backdrop: screenshot, popup: readFileSync(popup) }
    await drawPopupOver(page, tile.direction, pictures, join(to, '3-search.png'))
    rmSync(popup)
    await drawTile(page, tile, { width: 440, height: 280 }, join(to, 'tile-440x280.png'))
    await drawTile(page, tile, { width: 1400, height: 560 }, join(to, 'marquee-1400x560.png'))
  } finally {
    await browser.close()
  }
}
