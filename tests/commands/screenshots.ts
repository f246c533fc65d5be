import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionBrowser } from '../support/browsers/browser.ts'
import { openChromium } from '../support/browsers/chromium.ts'
import { readPapers, setEndpoint, waitUntil } from '../support/browsers/paperboy-pages.ts'
import { lastWeekday } from '../support/feed/calendar.ts'
import { startFeedServer } from '../support/feed/feed-server.ts'
import { openFeed } from '../support/feed/feed-source.ts'
import { ensureBrowsers } from './install-browser.ts'
import { step } from './progress.mjs'
import { build } from './tools.ts'

// `npm run screenshots`: the README's pictures, of generated papers only, since recorded ones
// are other people's words.
const FOLDER = 'tests/pictures'
const NEW_TAB = { width: 1280, height: 860 }
const POPUP = { width: 420, height: 600 }
/** From one key to the next. */
const keyMs = 120

await ensureBrowsers('chromium')
const extension = resolve(await build('chrome'))
const profile = mkdtempSync(join(tmpdir(), 'paperboy-screenshots-'))
const server = await startFeedServer({
  source: openFeed('sample'),
  newest: lastWeekday(feedDateAt(new Date())),
  hasThumbnails: true,
})
try {
  const browser = await openChromium({ profile, extension })
  try {
    await step('Taking the pictures', () => takePictures(browser))
  } finally {
    await browser.close()
  }
} finally {
  await server.close()
  rmSync(profile, { recursive: true, force: true })
}

async function takePictures(browser: ExtensionBrowser): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  await setEndpoint(browser, server.url)

  const first = await browser.open('newtab.html#/today')
  await waitUntil(() => server.thumbnails.length >= 30, 'the pictures', 60_000)
  await first.waitFor(() => document.querySelector('.first-steps') !== null, null)
  await first.click('.first-steps-skip')
  await first.close()
  const newTab = await browser.open('newtab.html#/today')
  await newTab.show({ ...NEW_TAB, theme: 'light' })
  await waitUntil(async () => (await readPapers(newTab)).length > 0, 'the new tab', 30_000)
  await newTab.waitFor(
    () => document.querySelector<HTMLImageElement>('.paper-picture img')?.complete,
    undefined,
    { what: 'the picture of the lead' },
  )
  await newTab.screenshot(`${FOLDER}/new-tab.png`)
  await newTab.show({ ...NEW_TAB, theme: 'dark' })
  await newTab.screenshot(`${FOLDER}/new-tab-dark.png`)

  const popup = await browser.open('popup.html')
  await popup.show({ ...POPUP, theme: 'light' })
  const query = 'language models'
  // At the pace of a hand: all letters at once would be a dozen searches at once.
  for (const letter of query) {
    await setTimeout(keyMs)
    await popup.type(letter)
  }
  // Until then the hits are those of the letters before.
  await popup.waitFor((query) => document.body.textContent?.includes(`for ${query}`), query, {
    timeoutMs: 30_000,
    what: 'the papers found for two words',
  })
  await popup.screenshot(`${FOLDER}/popup.png`)
}
