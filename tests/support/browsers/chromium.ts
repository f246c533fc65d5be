import { type CDPSession, chromium, type Page } from 'playwright'
import { type BrowserOptions, type ExtensionBrowser, startBrowser } from './browser.ts'
import { openChromiumPopup } from './chromium-popup.ts'
import { needChromium } from './find-browser.ts'

const ARGS = [
  // Lets the extension be loaded by the protocol: Google's own Chrome no longer takes
  // --load-extension.
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens a Chromium-family browser with the extension loaded. */
export function openChromium(options: BrowserOptions): Promise<ExtensionBrowser> {
  return startBrowser('Chromium', async () => {
    const context = await chromium.launchPersistentContext(options.profile, {
      executablePath: options.executablePath ?? needChromium(),
      headless: options.headless ?? true,
      viewport: null,
      args: [...ARGS, ...(options.proxy ? [`--proxy-server=${options.proxy}`] : [])],
      ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
      // Chromium has no sandbox for root and will not start without being told so.
      chromiumSandbox: process.getuid?.() !== 0,
      handleSIGINT: false,
    })
    const session = await context.browser()?.newBrowserCDPSession()
    if (!session) throw new Error('This browser has no DevTools protocol.')
    const origin = await loadExtension(session, options.extension)
    return {
      origin,
      async open(address, onError) {
        // An empty tab that then goes to the address would cost a process more.
        const { href } = new URL(address)
        const opened = context.waitForEvent('page', (page) => page.url() === href)
        await session.send('Target.createTarget', { url: address })
        const page = await opened
        page.on('pageerror', onError)
        await page.waitForLoadState()
        for (const error of await page.pageErrors()) onError(error)
        return page
      },
      async show(tab, { width, height, theme }) {
        await (tab as Page).setViewportSize({ width, height })
        await (tab as Page).emulateMedia({ colorScheme: theme ?? null })
      },
      click: (tab, selector) => (tab as Page).click(selector),
      async openOver(address) {
        const page = await context.newPage()
        await page.goto(address)
        return openChromiumPopup(session, new URL(origin).host, page.url())
      },
      async closeEmptyTab() {
        await context
          .pages()
          .find((page) => page.url() === 'about:blank')
          ?.close()
      },
      close: () => context.close(),
      onGone: (tell) => context.once('close', tell),
    }
  })
}

/** Returns the origin of the extension's pages. */
async function loadExtension(session: CDPSession, path: string): Promise<string> {
  // Newer than Playwright's types of the protocol.
  const send = session.send.bind(session) as unknown as LoadUnpacked
  const { id } = await send('Extensions.loadUnpacked', { path })
  return `chrome-extension://${id}`
}

type LoadUnpacked = (
  method: 'Extensions.loadUnpacked',
  parameters: { path: string },
) => Promise<{ id: string }>
