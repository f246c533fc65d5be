import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionBrowser } from '../support/browsers/browser.ts'
import { openChromium } from '../support/browsers/chromium.ts'
import { setEndpoint } from '../support/browsers/paperboy-pages.ts'
import { startFeedServer } from '../support/feed/feed-server.ts'
import { ensureBrowsers } from './install-browser.ts'
import { step } from './progress.mjs'
import { build } from './tools.ts'

// `npm run screenshots`: the README's pictures, of generated papers only, since recorded ones
// are other people's words.
const FOLDER = 'screenshots'
const NEW_TAB = { width: 1280, height: 860 }
const POPUP = { width: 420, height: 600 }

await ensureBrowsers('chromium')
const extension = resolve(await build('chrome'))
const profile = mkdtempSync(join(tmpdir(), 'paperboy-screenshots-'))
const server = await startFeedServer({ source: sampleFeed(), newest: feedDateAt(new Date()) })
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
