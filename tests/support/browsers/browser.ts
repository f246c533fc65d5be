import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, KeyInput, Page } from 'puppeteer-core'

export interface BrowserOptions {
  /** Folder of the profile; what it holds outlives the browser. */
  profile: string
  /** Folder of the built extension. */
  extension: string
  executablePath?: string
  /** True unless told otherwise. */
  headless?: boolean
  /** `host:port` of an HTTP proxy for all that is not on this machine. */
  proxy?: string
}

/** One tab that shows a page of the extension. */
export interface ExtensionPage {
  evaluate: Page['evaluate']
  /**
   * Waits until `check` returns something true in the page, and returns that.
   * Throws an error that shows the page's text after `timeoutMs` (10 s).
   */
  waitFor<A, R>(check: (arg: A) => R, arg: A, options?: WaitOptions): Promise<NonNullable<R>>
  click(selector: string): Promise<void>
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>
  press(key: string): Promise<void>
  screenshot(path: string): Promise<void>
  /** Width, height and theme of what the page is shown on. */
  show(screen: Screen): Promise<void>
  close(): Promise<void>
}

export interface WaitOptions {
  timeoutMs?: number
  /** What is being waited for, for the error. */
  what?: string
}

export interface Screen {
  width: number
  height: number
  /** Chromium only: Firefox has no such command yet. */
  theme?: 'light' | 'dark'
}

/** A real browser with the extension in it. */
export interface ExtensionBrowser {
  readonly name: 'Chromium' | 'Firefox'
  /**
   * Opens a page of the extension, such as `newtab.html#/today`, in a tab of its own.
   * A whole address, such as `chrome://newtab`, is taken as it is.
   */
  open(address: string): Promise<ExtensionPage>
  /** Closes the empty tab that the browser started with. */
  closeEmptyTab(): Promise<void>
  /** Closes the browser as a person would and opens it again on the same profile. */
  restart(): Promise<void>
  close(): Promise<void>
  /** Resolves when the browser is gone, whoever closed it. */
  gone(): Promise<void>
}

/** What one kind of browser does differently from another. */
export interface Driver {
  name: ExtensionBrowser['name']
  /** Starts the browser with the extension, and tells where its pages are. */
  launch(): Promise<{ browser: Browser; origin: string }>
  /** Takes a fresh tab to an address of the extension. */
  go(page: Page, address: string): Promise<void>
}

/** Starts a driver's browser and puts the common interface around it. */
export async function startBrowser({ name, launch, go }: Driver): Promise<ExtensionBrowser> {
  let { browser, origin } = await launch()
  return {
    name,
    async open(address) {
      const page = await browser.newPage()
      await go(page, address.includes('://') ? address : `${origin}/${address}`)
      return wrapPage(page)
    },
    async closeEmptyTab() {
      const pages = await browser.pages()
      await pages.find((page) => page.url() === 'about:blank')?.close()
    },
    async restart() {
      await browser.close()
      ;({ browser, origin } = await launch())
    },
    close: () => browser.close(),
    gone: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
  }
}

function wrapPage(page: Page): ExtensionPage {
  return {
    evaluate: page.evaluate.bind(page),
    async waitFor(check, arg, { timeoutMs = 10_000, what = String(check) } = {}) {
      const deadline = Date.now() + timeoutMs
      // Asked again from here rather than by a poll in the page: that one would end with
      // the document when a page navigates or reloads.
      for (;;) {
        const found = await page.evaluate(check as never, arg as never).catch(() => undefined)
        if (found) return found
        if (Date.now() > deadline) {
          const text = await page.evaluate('document.body?.innerText').catch(String)
          throw new Error(`Waited ${timeoutMs} ms for: ${what}\nThe page shows:\n${text}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    click: async (selector) => {
      await page.bringToFront()
      await page.click(selector)
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` })
    },
    async show({ width, height, theme }) {
      await page.setViewport({ width, height, deviceScaleFactor: 1 })
      if (theme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    },
    close: () => page.close(),
  }
}

/** The add-on id that the built manifest asks Firefox for. */
export function readGeckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'))
  const id: unknown = manifest.browser_specific_settings?.gecko?.id
  if (typeof id !== 'string') throw new Error(`${extension}/manifest.json has no gecko id`)
  return id
}
