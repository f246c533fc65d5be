import { rmSync } from 'node:fs'
import { build } from '../commands/tools.ts'
import { openBenchBrowser, withBenchPages } from './bench-browser.ts'
import type { CitationBench, Run } from './citations-page.ts'
import { readCorpus } from './corpus.ts'
import { median, printTable, round } from './table.ts'

const saved = 10_000
const turns = 5
/** As long as a person might wait for the other (ms). */
const peerForMs = 20_000

/** What an export of ten thousand saved papers costs in a real browser, from a cold page. */
export async function benchCitations(): Promise<void> {
  const extension = await withBenchPages(await build('chrome'), { cite: 'citations-page.ts' })
  const browser = await openBenchBrowser<CitationBench>(extension, 'cite.html', 'citationBench')
  try {
    const { name, papers } = readCorpus(saved)
    for (let at = 0; at < papers.length; at += 2000) {
      await browser.call('fill', papers.slice(at, at + 2000))
    }
    const exported: Run[] = []
    const written: Run[] = []
    for (let turn = 0; turn < turns; turn++) {
      exported.push(await browser.call('exportAll'))
      written.push(await browser.call('writeAll'))
    }
    const peer = await browser.call('exportByCitationJs', peerForMs)
    printTable(`10,000 papers as BibTeX, of the ${name}, median of ${turns}`, [
      row('Paperboy, from the database', papers.length, exported),
      row('Paperboy, from records in memory', papers.length, written),
      row('citation-js, from CSL-JSON in memory', peer.papers, [peer]),
    ])
  } finally {
    await browser.close()
    rmSync(extension, { recursive: true, force: true })
  }
}

function row(by: string, papers: number, runs: readonly Run[]): Record<string, string | number> {
  const ms = median(runs.map((run) => run.ms))
  return {
    by,
    papers,
    ms: round(ms),
    'papers a second': Math.round((papers / ms) * 1000),
    'longest stall, ms': round(median(runs.map((run) => run.longestStallMs))),
    'MB of text': round((runs[0]?.length ?? 0) / 1e6),
  }
}
