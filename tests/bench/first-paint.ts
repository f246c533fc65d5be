import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { checkSizes } from '../commands/check-sizes.ts'
import { build } from '../commands/tools.ts'
import { startFeedServer } from '../support/feed/feed-server.ts'
import { openFeed } from '../support/feed/feed-source.ts'
import { openFirstPaintBrowser, type PaintReading } from './paint-browser.ts'
import { median, printTable, round } from './table.ts'

// How far the new tab's first papers are behind a blank page of the same extension, and behind
// the same papers in a page without scripts: no script can be drawn sooner than that. All are
// opened in one browser, in turns, so that a busy machine is busy for all.
const TURNS = 15
const SLOWDOWNS = [1, 4]

const extension = await withBlankPage(await build('chrome'))
// The sample's newest day is whole; a recorded one may have been cut short in the morning.
const server = await startFeedServer({
  source: openFeed('sample'),
  newest: feedDateAt(new Date()),
  hasThumbnails: true,
})
try {
  const browser = await openFirstPaintBrowser(extension, server.url)
  writeFileSync(join(extension, 'plain.html'), await browser.toPlainHtml('newtab.html'))
  for (const slowdown of SLOWDOWNS) {
    const blank: PaintReading[] = []
    const plain: PaintReading[] = []
    const newTab: PaintReading[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      blank.push(await browser.measure('blank.html', slowdown))
      plain.push(await browser.measure('plain.html', slowdown))
      newTab.push(await browser.measure('newtab.html', slowdown))
    }
    print(slowdown, blank, plain, newTab)
  }
  await browser.close()
  console.log('')
  checkSizes()
} finally {
  await server.close()
  rmSync(extension, { recursive: true, force: true })
}

function print(
  slowdown: number,
  blank: PaintReading[],
  plain: PaintReading[],
  newTab: PaintReading[],
): void {
  const floor = median(blank.map((reading) => reading.firstPaintMs))
  const row = (name: string, readings: PaintReading[]) => {
    const first = median(readings.map((reading) => reading.firstPaintMs))
    return {
      page: name,
      'first paint, ms': round(first),
      'behind blank, ms': round(first - floor),
      'at best, ms': round(Math.min(...readings.map((reading) => reading.firstPaintMs))),
      ratio: round(first / floor),
      papers: median(readings.map((reading) => reading.papers)),
      'layout shift': round(Math.max(...readings.map((reading) => reading.layoutShift)), 4),
      'requests outside': Math.max(...readings.map((reading) => reading.requestsOutside)),
      'heap, MB': round(median(readings.map((reading) => reading.heapBytes)) / 2 ** 20),
    }
  }
  printTable(`First paint, CPU × ${slowdown} slower, median of ${TURNS} turns`, [
    row('blank page of the extension', blank),
    row('its papers as plain HTML', plain),
    row('new tab', newTab),
  ])
}

/** A copy of the build with one page more, which holds one word. */
async function withBlankPage(built: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
  cpSync(built, folder, { recursive: true })
  writeFileSync(
    join(folder, 'blank.html'),
    '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Blank</title><p>Blank</p>',
  )
  return folder
}
