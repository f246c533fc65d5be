import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PopupOver } from './popup-over.ts'

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
  /** Runs a function, or source text, in the page; what it returns must be plain data. */
  evaluate<R, A>(work: string | ((arg: A) => R), arg?: A): Promise<Awaited<R>>
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

interface WaitOptions {
  timeoutMs?: number
  /** What is being waited for, for the error. */
  what?: string
}

interface Screen {
  width: number
  height: number
  /** Chromium only: Firefox has no such command yet. */
  theme?: 'light' | 'dark'
}

/** A real browser with the extension in it. */
export interface ExtensionBrowser {
  readonly name: 'Chromium' | 'Firefox'
  /** Errors that nothing caught, on any page so far. */
  readonly errors: string[]
  /**
   * Opens a page of the extension, such as `newtab.html#/today`, in a tab of its own.
   * A whole address, such as `chrome://newtab`, is taken as it is.
   */
  open(address: string): Promise<ExtensionPage>
  /** Opens a page of the web in a tab of its own, and the popup over it. */
  openOver(address: string): Promise<PopupOver>
  /** Closes the empty tab that the browser started with. */
  closeEmptyTab(): Promise<void>
  /** Closes the browser as a person would and opens it again on the same profile. */
  restart(): Promise<void>
  close(): Promise<void>
  /** Resolves when the browser is gone, whoever closed it. */
  gone(): Promise<void>
}

/** A tab in the words that Playwright and Puppeteer share. */
interface Tab {
  evaluate(work: never, arg?: never): Promise<unknown>
  bringToFront(): Promise<void>
  keyboard: { type(text: string): Promise<void>; press(key: never): Promise<void> }
  screenshot(options: { path: `${string}.png` }): Promise<unknown>
  close(): Promise<void>
}

/** One running browser, as a library drives it. */
export interface Session {
  /** Where the extension's pages are, without a slash at the end. */
  origin: string
  /** Opens an address in a new tab; `onError` hears what nothing caught there. */
  open(address: string, onError: (error: unknown) => void): Promise<Tab>
  /** Sets the size and theme of a tab's screen. */
  show(tab: Tab, screen: Screen): Promise<void>
  /** Clicks an element of a tab, and waits for one that is just drawn anew. */
  click(tab: Tab, selector: string): Promise<void>
  openOver(address: string): Promise<PopupOver>
  closeEmptyTab(): Promise<void>
  close(): Promise<void>
  onGone(tell: () => void): void
}

/** Starts a browser and puts the common interface around it. */
export async function startBrowser(
  name: ExtensionBrowser['name'],
  launch: () => Promise<Session>,
): Promise<ExtensionBrowser> {
  let session = await launch()
  const errors: string[] = []
  return {
    name,
    errors,
    async open(address) {
      const url = address.includes('://') ? address : `${session.origin}/${address}`
      const tab = await session.open(url, (error) => errors.push(String(error)))
      return wrapTab(tab, session)
    },
    openOver: (address) => session.openOver(address),
    closeEmptyTab: () => session.closeEmptyTab(),
    async restart() {
      await session.close()
      session = await launch()
    },
    close: () => session.close(),
    gone: () => new Promise((resolve) => session.onGone(resolve)),
  }
}

function wrapTab(page: Tab, session: Session): ExtensionPage {
  const evaluate: ExtensionPage['evaluate'] = (work, arg) =>
    page.evaluate(work as never, arg as never) as never
  return {
    evaluate,
    async waitFor(check, arg, { timeoutMs = 10_000, what = String(check) } = {}) {
      const deadline = Date.now() + timeoutMs
      // Asked again from here rather than by a poll in the page: that one would end with
      // the document when a page navigates or reloads.
      for (;;) {
        const found = await evaluate(check, arg).catch(() => undefined)
        if (found) return found
        if (Date.now() > deadline) {
          const text = await evaluate('document.body?.innerText').catch(String)
          throw new Error(`Waited ${timeoutMs} ms for: ${what}\nThe page shows:\n${text}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    click: async (selector) => {
      await page.bringToFront()
      await session.click(page, selector)
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as never),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` })
    },
    show: (screen) => session.show(page, screen),
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
