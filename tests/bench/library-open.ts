import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { paintCopyKeys } from '../../entrypoints/first-paint/first-paint.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { build } from '../commands/tools.ts'
import { needChromium } from '../support/browsers/find-browser.ts'
import { withBenchPages } from './bench-browser.ts'
import { readCorpus } from './corpus.ts'
import type { LibraryBench } from './library-page.ts'
import { median, printTable, round } from './table.ts'

// What a library of many saved papers costs: from the start of opening a page until its papers
// are drawn, beside a blank page of the same extension in the same turns, and what one save is.
const sizes = (process.env.PAPERBOY_BENCH_SAVED ?? '10,1000,10000,50000').split(',').map(Number)
const turns = 7
const savesEach = 5

const extension = await withBenchPages(await build('chrome'), { library: 'library-page.ts' })
writeFileSync(join(extension, 'blank.html'), '<!doctype html><title>Blank</title><p>Blank</p>')
const { name, papers } = readCorpus(Math.max(...sizes) + sizes.length * savesEach)
const rows: Record<string, string | number>[] = []
const profile = mkdtempSync(join(tmpdir(), 'paperboy-bench-profile-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: needChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  viewport: { width: 1280, height: 860 },
  args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
})
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const origin = `chrome-extension://${new URL(worker.url()).host}`
  // What is saved one by one is taken from the end, so that the sizes stay near what they say.
  const spare = papers.splice(Math.max(...sizes))
  let saved = 0
  for (const size of sizes.filter((each) => each <= papers.length)) {
    await fill(context, origin, papers.slice(saved, size), saved)
    saved = size
    rows.push(await measure(context, origin, size, spare))
  }
} finally {
  await context.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  rmSync(extension, { recursive: true, force: true })
}
printTable(`Saved papers of the ${name}: ms until they are drawn, median of ${turns}`, rows)

async function measure(
  context: BrowserContext,
  origin: string,
  size: number,
  spare: Paper[],
): Promise<Record<string, string | number>> {
  // Saves first: the front page that the popup draws is then of this size.
  const saves: number[] = []
  const added = spare.splice(0, savesEach)
  for (const paper of added) {
    saves.push(await callLibrary(context, origin, 'saveOne', paper))
  }
  await callLibrary(context, origin, 'keepAsOneObject')
  const blank: number[] = []
  const popup: number[] = []
  const shelf: number[] = []
  const oneRead: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    await layPopupAhead(context, origin)
    blank.push(await drawnAfter(context, `${origin}/blank.html`, 'p'))
    popup.push(await drawnAfter(context, `${origin}/popup.html`, 'article[data-paper-id]'))
    const row = '.shelf-row:not(.is-to-come)'
    shelf.push(await drawnAfter(context, `${origin}/newtab.html#/saved`, row))
    oneRead.push(await callLibrary(context, origin, 'readOneObject'))
  }
  const oneSaves: number[] = []
  for (const paper of added) {
    oneSaves.push(await callLibrary(context, origin, 'saveInOneObject', paper))
  }
  const floor = median(blank)
  return {
    saved: size,
    'blank page': round(floor),
    popup: round(median(popup)),
    'popup over blank': round(median(popup) - floor),
    'saved view': round(median(shelf)),
    'saved view over blank': round(median(shelf) - floor),
    'one save': round(median(saves)),
    'one object: read': round(median(oneRead)),
    'one object: one save': round(median(oneSaves)),
  }
}

/** Opens a new tab until it has laid the popup's first paint ahead, as those in front of readers do. */
async function layPopupAhead(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${origin}/blank.html`)
  await page.evaluate((key) => localStorage.removeItem(key), paintCopyKeys.popup)
  await page.goto(`${origin}/newtab.html`)
  await page.waitForFunction((key) => localStorage.getItem(key), paintCopyKeys.popup)
  await page.close()
}

/** How long after the start of opening a page the first of some elements is drawn (ms). */
async function drawnAfter(context: BrowserContext, url: string, selector: string): Promise<number> {
  const page = await context.newPage()
  try {
    await page.addInitScript((css) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector(css)) return
        watch.disconnect()
        // The frame that it is in has been drawn when the next one begins.
        requestAnimationFrame(() =>
          setTimeout(() => Object.assign(globalThis, { drawnAt: performance.now() })),
        )
      })
      watch.observe(document, { childList: true, subtree: true })
    }, selector)
    await page.goto(url)
    const handle = await page.waitForFunction(
      () => (globalThis as unknown as { drawnAt?: number }).drawnAt,
    )
    return (await handle.jsonValue()) as number
  } finally {
    await page.close()
  }
}

async function fill(
  context: BrowserContext,
  origin: string,
  more: Paper[],
  saved: number,
): Promise<void> {
  for (let at = 0; at < more.length; at += 1000) {
    await callLibrary(context, origin, 'fill', more.slice(at, at + 1000), saved + at)
  }
}

function callLibrary<Name extends keyof LibraryBench>(
  context: BrowserContext,
  origin: string,
  name: Name,
  ...args: Parameters<LibraryBench[Name]>
): ReturnType<LibraryBench[Name]> {
  const called = inLibraryPage(context, origin, (page) =>
    page.evaluate(
      ([name, args]) =>
        (globalThis as unknown as Offering).library[name]?.(...args) as Promise<unknown>,
      [name, args as unknown[]] as const,
    ),
  )
  return called as ReturnType<LibraryBench[Name]>
}

interface Offering {
  library: Record<string, (...args: unknown[]) => unknown>
}

async function inLibraryPage<T>(
  context: BrowserContext,
  origin: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage()
  await page.goto(`${origin}/library.html`)
  try {
    return await work(page)
  } finally {
    await page.close()
  }
}
