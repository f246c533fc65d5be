import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExtensionBrowser } from './browser.ts'
import { openChromium } from './chromium.ts'
import { openFirefox } from './firefox.ts'
import { startOutsideWorld } from './outside-world.ts'
import { setEndpoint } from './paperboy-pages.ts'

const BROWSERS = {
  Chromium: { open: openChromium, extension: resolve('.output/chrome-mv3') },
  Firefox: { open: openFirefox, extension: resolve('.output/firefox-mv3') },
}

export type BrowserName = keyof typeof BROWSERS

/** Every browser that Paperboy is made for. */
export const browserNames = Object.keys(BROWSERS) as BrowserName[]

/** A browser with a profile of its own, Paperboy in it, and no way to the internet. */
export interface Paperboy extends ExtensionBrowser {
  /** Hosts outside this machine that were asked for since the endpoint was set. */
  askedOutside: string[]
}

/** Opens the built extension as someone who just installed it and set this endpoint. */
export async function openPaperboy(name: BrowserName, endpoint: string): Promise<Paperboy> {
  const { open, extension } = BROWSERS[name]
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-profile-'))
  const outside = await startOutsideWorld()
  const browser = await open({ profile, extension, proxy: outside.proxy })
  await setEndpoint(browser, endpoint)
  outside.asked.length = 0
  return {
    ...browser,
    askedOutside: outside.asked,
    async close() {
      await browser.close()
      await outside.close()
      // Firefox may still be writing when it says it is gone.
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
