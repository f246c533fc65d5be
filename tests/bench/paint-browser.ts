import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { needChromium } from '../support/browsers/find-browser.ts'

/** What one opening of a page cost. */
export interface PaintReading {
  /**
   * From the start of the navigation to the paint of the page's largest text or, when that is
   * later, of its first: a page that paints its frame early and its papers late gains nothing.
   * Pictures do not count: they come after the papers, into boxes kept free.
   */
  firstPaintMs: number
  /** Papers in the document when that paint was drawn. */
  papers: number
  layoutShift: number
  /** Requests to anywhere but the extension itself. */
  requestsOutside: number
  /** JavaScript heap after a collection. */
  heapBytes: number
}

export interface PaintBrowser {
  /** Opens a page of the extension, `slowdown` times slower than the machine is. */
  measure(page: string, slowdown: number): Promise<PaintReading>
  /** A page of the extension as it is once its papers are there, without its scripts and pictures. */
  toPlainHtml(page: string): Promise<string>
  close(): Promise<void>
}

/** A Chromium with the extension in it, its feed fetched and its front page written. */
export async function openFirstPaintBrowser(
  extension: string,
  endpoint: string,
): Promise<PaintBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-bench-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 860 },
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const origin = new URL(worker.url()).host
  const address = (page: string) => `chrome-extension://${origin}/${page}`

  const options = await context.newPage()
  await options.goto(address('options.html'))
  await options.getByLabel('Hugging Face endpoint').fill(endpoint)
  await options.keyboard.press('Enter')
  await options.getByText('answered with').waitFor({ timeout: 60_000 })
  await options.close()

  return {
    async measure(path, slowdown) {
      const page = await context.newPage()
      try {
        return await measureOnce(page, address(path), slowdown)
      } finally {
        await page.close()
      }
    },
    async toPlainHtml(path) {
      const page = await context.newPage()
      try {
        await page.goto(address(path))
        await page.locator('article[data-paper-id]').nth(29).waitFor()
        await whenLaidAhead(page)
        return await page.evaluate(withoutScripts)
      } finally {
        await page.close()
      }
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Waits until the next first paint is laid ahead, and pictures that come late make no other. */
async function whenLaidAhead(page: Page): Promise<void> {
  for (let before: string | null = null; ; ) {
    const copy = await page.evaluate(() => localStorage.getItem('firstPaint'))
    if (copy !== null && copy === before) return
    before = copy
    await page.waitForTimeout(3000)
  }
}

function withoutScripts(): string {
  const root = document.documentElement.cloneNode(true) as Element
  // What is below the first thirty is not in the first frame of the new tab either.
  for (const each of [...root.querySelectorAll('article[data-paper-id]')].slice(30)) each.remove()
  for (const each of root.querySelectorAll('script, link[rel=modulepreload]')) each.remove()
  for (const each of root.querySelectorAll('img')) each.removeAttribute('src')
  return `<!doctype html>${root.outerHTML}`
}

async function measureOnce(page: Page, url: string, slowdown: number): Promise<PaintReading> {
  let requestsOutside = 0
  page.on('request', (request) => {
    // A picture out of the database has an address, too, but nobody is asked for it.
    if (!/^(chrome-extension|blob):/.test(request.url())) requestsOutside++
  })
  await page.addInitScript(() => {
    const seen = { papers: -1, layoutShift: 0, largestMs: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver(() => {
      if (seen.papers < 0) seen.papers = document.querySelectorAll('[data-paper-id]').length
    }).observe({ type: 'paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.layoutShift += (entry as unknown as { value: number }).value
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { url } = entry as unknown as { url: string }
        if (url === '') seen.largestMs = entry.startTime
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(url)
  await page.waitForTimeout(300 * slowdown)
  const { largestMs, ...seen } = await page.evaluate(() => ({
    ...(globalThis as unknown as { seen: Seen }).seen,
    firstMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  const { papers, layoutShift, firstMs } = seen
  return {
    ...{ papers, layoutShift, requestsOutside, heapBytes },
    firstPaintMs: Math.max(firstMs, largestMs),
  }
}

/** What the script in the page counts up. */
interface Seen {
  papers: number
  layoutShift: number
  largestMs: number
}
