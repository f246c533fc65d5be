import { rmSync } from 'node:fs'
import { build } from '../commands/tools.ts'
import { openBenchBrowser, withBenchPages } from './bench-browser.ts'
import type { SyncBench } from './sync-page.ts'
import { median, printTable, round } from './table.ts'

// What it costs to have the library on every machine, in the real Chromium.
const TURNS = 5
const MERGED = 10_000
const SIZES = [1000, 4000, 6000]

const extension = await withBenchPages(await build('chrome'), { sync: 'sync-page.ts' })
try {
  const browser = await openBenchBrowser<SyncBench>(extension, 'sync.html', 'syncBench')
  const inMemory: number[] = []
  const first: number[] = []
  const again: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    inMemory.push(await browser.call('mergeInMemory', MERGED))
    const { firstMs, againMs } = await browser.call('mergeIntoDatabase', MERGED)
    first.push(firstMs)
    again.push(againMs)
  }
  const row = (what: string, times: number[]) => ({ what, ms: round(median(times)) })
  printTable(`Merge of 10k with 10k, half of them on both machines, median of ${TURNS} turns`, [
    row('in memory', inMemory),
    row('into the database, 7,500 rows to write', first),
    row('once again, nothing to write', again),
  ])
  const rows = []
  for (const size of SIZES) {
    const { papers, bytes, planMs } = await browser.call('bytes', size)
    const byPaper = round(bytes / papers)
    rows.push({
      saved: size,
      held: papers,
      bytes,
      'bytes a paper': byPaper,
      'ms to pack': round(planMs),
    })
  }
  printTable('The browser’s sync of 102,400 bytes, two tags a paper', rows)
  await browser.close()
} finally {
  rmSync(extension, { recursive: true, force: true })
}
