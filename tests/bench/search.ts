import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build as bundle } from 'vite'
import type { Paper } from '../../lib/model/paper.ts'
import { build } from '../commands/tools.ts'
import { needChromium } from '../support/browsers/find-browser.ts'
import { readCorpus } from './corpus.ts'
import type { Bench } from './search-page.ts'
import { median, printTable, round } from './table.ts'

// What a search costs in a real browser, from a cold page, at three sizes: beside an empty
// page of the extension that opens the same database.
const sizes = (process.env.PAPERBOY_BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number)
const turns = 5
const queries = {
  'one word': 'diffusion',
  'three words': 'sparse attention transformer',
  prefix: 'reinf',
  rare: 'upcycling',
  typo: 'difusion transfromer',
  phrase: '"mixture of experts"',
  filter: 'agents after:2025-06',
}

const extension = await withBenchPage(await build('chrome'))
const { name, papers } = readCorpus(Math.max(...sizes) + 100)
console.log(`\nSearching the ${name}, ${papers.length} papers`)
const rows: Record<string, string | number>[] = []
for (const size of sizes.filter((each) => each <= papers.length)) {
  rows.push(await measure(papers.slice(0, size), papers.slice(-100)))
}
printTable(`Milliseconds from a cold page to the hits, median of ${turns}`, rows)
rmSync(extension, { recursive: true, force: true })

async function measure(stored: Paper[], more: Paper[]): Promise<Record<string, string | number>> {
  const profile = mkdtempSync(join(tmpdir(), 'paperboy-bench-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const url = `chrome-extension://${new URL(worker.url()).host}/bench.html`
  const inFreshPage = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await context.newPage()
    await page.goto(url)
    try {
      return await work(page)
    } finally {
      await page.close()
    }
  }
  const call = <Name extends keyof Bench>(name: Name, ...args: Parameters<Bench[Name]>) =>
    inFreshPage(
      (page) =>
        page.evaluate(
          ([name, args]) =>
            (
              globalThis as unknown as { bench: Record<string, (...args: unknown[]) => unknown> }
            ).bench[name as string]?.(...(args as unknown[])),
          [name, args] as const,
        ) as Promise<Awaited<ReturnType<Bench[Name]>>>,
    )
  let buildMs = 0
  for (let at = 0; at < stored.length; at += 2000) {
    buildMs += await call('fill', stored.slice(at, at + 2000), 100)
  }
  const row: Record<string, string | number> = { papers: stored.length }
  const floor = await repeat(() => call('openOnly'))
  row['open only'] = round(floor)
  for (const [label, query] of Object.entries(queries)) {
    const found: number[] = []
    row[label] = round(
      await repeat(async () => {
        const { ms, total } = await call('cold', query)
        found.push(total)
        return ms
      }),
    )
  }
  const keystrokes = (await call('typed', ['sparse attention', 'llama 3.1', 'reward models'])).sort(
    (a, b) => a - b,
  )
  row['key, median'] = round(median(keystrokes))
  row['key, 95 %'] = round(keystrokes[Math.floor(keystrokes.length * 0.95)] ?? Number.NaN)
  row['add 100'] = round(await call('add', more))
  row['bytes a paper'] = Math.round((await call('indexBytes')) / stored.length)
  row.segments = (await call('segments')).length
  row['build, ms a paper'] = round(buildMs / stored.length, 2)
  row['heap, MB'] = round(await heapOf(url, context))
  await context.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return row
}

async function repeat(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) times.push(await work())
  return median(times)
}

/** The heap of a page after a search and a collection. */
async function heapOf(
  url: string,
  context: Awaited<ReturnType<typeof chromium.launchPersistentContext>>,
): Promise<number> {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(() =>
    (globalThis as unknown as { bench: Bench }).bench.cold('sparse attention transformer'),
  )
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await page.close()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 2 ** 20
}

/** A copy of the build with one page more, which holds the bench's side of it. */
async function withBenchPage(built: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
  cpSync(built, folder, { recursive: true })
  await bundle({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'search-page.ts'),
        formats: ['es'],
        fileName: () => 'bench.js',
      },
    },
  })
  writeFileSync(
    join(folder, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/bench.js"></script>',
  )
  return folder
}
