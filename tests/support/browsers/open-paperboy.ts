import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExtensionBrowser, ExtensionPage } from './browser.ts'
import { openChromium } from './chromium.ts'
import { openFirefox } from './firefox.ts'
import { type StandIn, startOutsideWorld } from './outside-world.ts'
import { storeSettings } from './paperboy-pages.ts'

const BROWSERS = {
  Chromium: { open: openChromium, extension: resolve('.output/chrome-mv3') },
  Firefox: { open: openFirefox, extension: resolve('.output/firefox-mv3') },
}

export type BrowserName = keyof typeof BROWSERS

/** Every browser that Paperboy is made for. */
export const browserNames = Object.keys(BROWSERS) as BrowserName[]

/** A browser with a profile of its own, Paperboy in it, and no way to the internet. */
export interface Paperboy extends ExtensionBrowser {
  /** The page that it was opened with. */
  firstPage: ExtensionPage
  /** Hosts outside this machine that were asked for since the endpoint was set. */
  askedOutside: string[]
  /** What is answered in the name of hosts outside, by address. */
  outsidePages: Map<string, StandIn>
}

interface Beginning {
  /** The page to open it with; the new tab unless told otherwise. */
  at?: string
  /**
   * Hosts, as match patterns, that it was given access to: no test can press the browser's own
   * question, so a copy of the extension has them from the start.
   */
  allowed?: readonly string[]
  /** Where arXiv's API is asked for. */
  arxiv?: string
}

/**
 * Opens the built extension as someone who just installed it and set this endpoint. It is put
 * where the settings page would put it: to open that page and type costs seconds.
 */
export async function openPaperboy(
  name: BrowserName,
  endpoint: string,
  { at = 'newtab.html#/today', allowed = [], arxiv }: Beginning = {},
): Promise<Paperboy> {
  const { open, extension: built } = BROWSERS[name]
  const extension = allowed.length > 0 ? copyAllowing(built, allowed) : built
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-profile-'))
  const outside = await startOutsideWorld()
  const browser = await open({ profile, extension, proxy: outside.proxy })
  await storeSettings(browser, { endpoint, ...(arxiv && { arxiv }) })
  outside.asked.length = 0
  const firstPage = await browser.open(at)
  return {
    ...browser,
    firstPage,
    askedOutside: outside.asked,
    outsidePages: outside.pages,
    async close() {
      await browser.close()
      await outside.close()
      if (extension !== built) rmSync(extension, { recursive: true })
      // Firefox may still be writing when it says it is gone.
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

function copyAllowing(built: string, allowed: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'paperboy-allowed-'))
  cpSync(built, copy, { recursive: true })
  const path = join(copy, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.host_permissions.push(...allowed)
  writeFileSync(path, JSON.stringify(manifest))
  return copy
}
