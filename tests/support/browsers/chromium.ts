import { launch } from 'puppeteer-core'
import { type BrowserOptions, type ExtensionBrowser, startBrowser } from './browser.ts'
import { needChromium } from './find-browser.ts'

const ARGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens a Chromium-family browser with the extension loaded. */
export function openChromium(options: BrowserOptions): Promise<ExtensionBrowser> {
  return startBrowser({
    name: 'Chromium',
    async launch() {
      const browser = await launch({
        browser: 'chrome',
        executablePath: options.executablePath ?? needChromium(),
        headless: options.headless ?? true,
        userDataDir: options.profile,
        // Loaded over the pipe, because Google's own Chrome ignores --load-extension.
        pipe: true,
        enableExtensions: [options.extension],
        args: [
          ...ARGS,
          // Chromium has no sandbox for root and will not start without being told so.
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ...(options.proxy ? [`--proxy-server=${options.proxy}`] : []),
        ],
        ignoreDefaultArgs: ['--enable-automation'],
        defaultViewport: null,
        handleSIGINT: false,
      })
      const worker = await browser.waitForTarget(
        (target) => target.type() === 'service_worker' && isExtension(target.url()),
        { timeout: 20_000 },
      )
      return { browser, origin: new URL('/', worker.url()).href.replace(/\/$/, '') }
    },
    async go(page, url) {
      await page.goto(url)
    },
  })
}

const isExtension = (url: string): boolean => url.startsWith('chrome-extension://')
