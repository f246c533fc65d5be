import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build as bundle } from 'vite'
import { needChromium } from '../support/browsers/find-browser.ts'

/** Functions that a page of the bench offers by name. */
type Offered = Record<string, (...args: never[]) => Promise<unknown>>

/** A Chromium with a profile of its own, whose pages are opened afresh for every call. */
export interface BenchBrowser<Bench extends Offered> {
  call<Name extends keyof Bench & string>(
    name: Name,
    ...args: Parameters<Bench[Name]>
  ): ReturnType<Bench[Name]>
  /** The JavaScript heap (MB) of a page after a call and a collection. */
  heapAfter<Name extends keyof Bench & string>(
    name: Name,
    ...args: Parameters<Bench[Name]>
  ): Promise<number>
  close(): Promise<void>
}

/** Opens a page of the extension that offers its functions as `globalThis[offered]`. */
export async function openBenchBrowser<Bench extends Offered>(
  extension: string,
  page: string,
  offered: string,
): Promise<BenchBrowser<Bench>> {
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-bench-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const url = `chrome-extension://${new URL(worker.url()).host}/${page}`

  async function inFreshPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const page = await context.newPage()
    await page.goto(url)
    try {
      return await work(page)
    } finally {
      await page.close()
    }
  }
  const run = (page: Page, name: string, args: unknown[]) =>
    page.evaluate(
      ([offered, name, args]) =>
        (globalThis as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>)[
          offered
        ]?.[name]?.(...args),
      [offered, name, args] as const,
    )
  return {
    call: (name, ...args) =>
      inFreshPage((page) => run(page, name, args)) as ReturnType<Bench[typeof name]>,
    heapAfter: (name, ...args) =>
      inFreshPage(async (page) => {
        await run(page, name, args)
        const session = await context.newCDPSession(page)
        await session.send('HeapProfiler.enable')
        await session.send('HeapProfiler.collectGarbage')
        await session.send('Performance.enable')
        const { metrics } = await session.send('Performance.getMetrics')
        const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')
        return (heap?.value ?? Number.NaN) / 2 ** 20
      }),
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A copy of the build with pages more, each of one script; the caller deletes it. */
export async function withBenchPages(
  built: string,
  pages: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
  cpSync(built, folder, { recursive: true })
  for (const [name, script] of Object.entries(pages)) {
    await bundle({
      configFile: false,
      // The build has them already, made small and put together.
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(import.meta.dirname, script),
          formats: ['es'],
          fileName: () => `${name}.js`,
        },
      },
    })
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/${name}.js"></script>`,
    )
  }
  return folder
}
