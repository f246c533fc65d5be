import { launch, type Page } from 'puppeteer-core'
import { type BrowserOptions, type ExtensionBrowser, readGeckoId, startBrowser } from './browser.ts'
import { needFirefox } from './find-browser.ts'
import { openFirefoxPopup } from './firefox-popup.ts'

// Firefox draws a new one for each profile; a fixed one tells us where the pages are.
const UUID = '5f6b1f64-3c1e-4d0a-9a52-70617065720a'

/** Opens Firefox with the extension as a temporary add-on. */
export function openFirefox(options: BrowserOptions): Promise<ExtensionBrowser> {
  return startBrowser('Firefox', async () => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: options.executablePath ?? needFirefox(),
      headless: options.headless ?? true,
      userDataDir: options.profile,
      // Without this, WebDriver BiDi may not look into moz-extension: pages.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({
          [readGeckoId(options.extension)]: UUID,
        }),
        // A temporary add-on goes when Firefox closes; what it stored shall stay.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        // No window asks for an optional permission that is requested within a click: it is given.
        'extensions.webextOptionalPermissionPrompts': false,
        // Nor does a popup go when another window takes the focus, or none has it.
        'ui.popup.disable_autohide': true,
        ...proxyPrefs(options.proxy),
      },
      defaultViewport: null,
      handleSIGINT: false,
    })
    await browser.installExtension(options.extension)
    return {
      origin: `moz-extension://${UUID}`,
      async open(address, onError) {
        const page = await browser.newPage()
        page.on('pageerror', onError)
        await goTo(page, address)
        return page
      },
      show: (tab, { width, height }) =>
        (tab as Page).setViewport({ width, height, deviceScaleFactor: 1 }),
      click: (tab, selector) => (tab as Page).locator(selector).click(),
      async openOver(address) {
        const page = await browser.newPage()
        await page.goto(address)
        return openFirefoxPopup(browser, readGeckoId(options.extension))
      },
      async closeEmptyTab() {
        const pages = await browser.pages()
        await pages.find((page) => page.url() === 'about:blank')?.close()
      },
      close: () => browser.close(),
      onGone: (tell) => browser.once('disconnected', tell),
    }
  })
}

async function goTo(page: Page, url: string): Promise<void> {
  // Firefox moves the tab to the add-on's process, and BiDi never says the load is over:
  // this promise only ever rejects, when the tab closes. Ask the page itself instead.
  page.goto(url).catch(() => {})
  const deadline = Date.now() + 20_000
  for (;;) {
    const state = await page
      .evaluate('location.protocol + document.readyState')
      .catch(() => 'between two documents')
    if (state === 'moz-extension:complete') return
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function proxyPrefs(proxy: string | undefined): Record<string, string | number> {
  if (!proxy) return {}
  const [host = '', port] = proxy.split(':')
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
  }
}
