import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ExtensionBrowser } from '../support/browsers/browser.ts'
import { openChromium } from '../support/browsers/chromium.ts'
import { readEndpoint, setEndpoint } from '../support/browsers/paperboy-pages.ts'
import { chooseFeed, type Feed } from './choose-feed.ts'
import { hasDisplay } from './has-display.ts'
import { ensureBrowsers } from './install-browser.ts'
import { CommandError, step } from './progress.mjs'
import { showPages } from './show-pages.ts'
import { build } from './tools.ts'

// `npm start`: Paperboy in a browser of its own, with a profile that lasts.
const PROFILE = resolve('.profile')

async function main(): Promise<boolean> {
  await ensureBrowsers('chromium')
  const extension = resolve(await build('chrome'))
  const feed = await step('Looking for huggingface.co', chooseFeed)
  if (isLocal(feed.endpoint)) {
    console.log(`  It cannot be reached, so the papers come from ${feed.origin}.`)
  }
  try {
    const { browser, headless } = await open(extension)
    try {
      await step('Pointing Paperboy at the feed', () => pointAt(browser, feed))
      if (headless) return await showPages(browser, feed.origin)
      await stayOpen(browser)
      return true
    } finally {
      await browser.close().catch(() => {})
    }
  } finally {
    await feed.close()
  }
}

interface Opened {
  browser: ExtensionBrowser
  headless: boolean
}

async function open(extension: string): Promise<Opened> {
  const start = (title: string, headless: boolean): Promise<Opened> =>
    step(title, async () => {
      forgetBackground()
      const browser = await openChromium({ profile: PROFILE, extension, headless })
      return { browser, headless }
    })
  try {
    if (!hasDisplay()) return await start('Opening the browser (no display: headless)', true)
    return await start('Opening the browser', false).catch(() =>
      // A display can be named and yet not be there, as after `sudo` or in a container.
      start('Opening it without a window', true),
    )
  } catch (error) {
    const advice = `If Paperboy is already open with this profile (${PROFILE}), close it first.`
    throw new Error(`The browser did not open. ${advice}`, { cause: error })
  }
}

/** Chromium goes on running the background that it saw first in a profile, whatever is built. */
function forgetBackground(): void {
  rmSync(join(PROFILE, 'Default', 'Service Worker'), { recursive: true, force: true })
}

/** A mirror that someone chose in the settings stays; a feed of ours that is gone does not. */
async function pointAt(browser: ExtensionBrowser, { endpoint }: Feed): Promise<void> {
  const current = await readEndpoint(browser)
  if (current !== endpoint && (isLocal(endpoint) || isLocal(current))) {
    await setEndpoint(browser, endpoint)
  }
}

async function stayOpen(browser: ExtensionBrowser): Promise<void> {
  await browser.open('chrome://newtab')
  await browser.closeEmptyTab()
  console.log('\nPaperboy is on the new tab. Close the window, or press Ctrl-C here, to end.')
  const interrupted = new Promise<void>((end) => process.once('SIGINT', () => end()))
  await Promise.race([browser.gone(), interrupted])
}

function isLocal(endpoint: string): boolean {
  return URL.canParse(endpoint) && new URL(endpoint).hostname === '127.0.0.1'
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  if (error instanceof CommandError) console.error(error.output.trimEnd())
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof Error && error.cause) console.error(error.cause)
  process.exitCode = 1
}
