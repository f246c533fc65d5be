import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Paper } from '../../lib/model/paper.ts'
import { build } from '../commands/tools.ts'
import { openBenchBrowser, withBenchPages } from './bench-browser.ts'
import { readCorpus } from './corpus.ts'
import type { PeerBench } from './peer-page.ts'
import type { Bench } from './search-page.ts'
import { measureQuality } from './search-quality.ts'
import { median, printTable, round } from './table.ts'

// What a search costs in a real browser, from a cold page, at three sizes: beside an empty
// page of the extension that opens the same database, and beside other engines.
const sizes = (process.env.PAPERBOY_BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number)
/** How many papers others are asked to search; FlexSearch takes minutes to store more than this. */
const peerSizeAtMost = Number(process.env.PAPERBOY_BENCH_PEERS ?? 100_000)
const flexSearchAtMost = 10_000
const turns = 5
/** Where one of the others takes seconds to answer. */
const turnsOfTheSlow = 2
const queries = {
  'one word': 'diffusion',
  'three words': 'sparse attention transformer',
  prefix: 'reinf',
  rare: 'upcycling',
  typo: 'difusion transfromer',
  phrase: '"mixture of experts"',
  filter: 'agents after:2025-06',
}
/** What is typed in one open page, key by key. */
const typedQueries = [
  ...['sparse attention', 'llama 3.1', 'reward models', 'video diffusion', 'graph neural network'],
  ...['speech recognition', 'chain of thought', 'vision language', 'protein', 'agents'],
]
type Row = Record<string, string | number>

const extension = await withBenchPages(await build('chrome'), {
  bench: 'search-page.ts',
  peers: 'peer-page.ts',
})
const { name, papers } = readCorpus(Math.max(...sizes) + 100)
console.log(`\nSearching the ${name}, ${papers.length} papers`)
const more = papers.slice(-100)
const rows: Row[] = []
const peerRows: Row[] = []
for (const size of sizes.filter((each) => each <= papers.length)) {
  rows.push(await measure(papers.slice(0, size)))
  if (size <= peerSizeAtMost) peerRows.push(...(await measurePeers(papers.slice(0, size))))
}
printTable(`Milliseconds from a cold page to the hits, median of ${turns}`, rows)
printTable(`The same of others, median of ${turns}, or of ${turnsOfTheSlow} past 10,000`, peerRows)
await measureQuality(extension)
rmSync(extension, { recursive: true, force: true })

async function measure(stored: Paper[]): Promise<Row> {
  const browser = await openBenchBrowser<Bench>(extension, 'bench.html', 'bench')
  let buildMs = 0
  for (let at = 0; at < stored.length; at += 2000) {
    buildMs += await browser.call('fill', stored.slice(at, at + 2000), 100)
  }
  const row: Row = { papers: stored.length }
  row['open only'] = await repeat(() => browser.call('openOnly'))
  row['open, 20 papers'] = await repeat((turn) => browser.call('openAndRead', spread(stored, turn)))
  for (const [label, query] of Object.entries(queries)) {
    row[label] = await repeat(async () => (await browser.call('cold', query)).ms)
  }
  row['one word, expected'] = await repeat(() => browser.call('expected', queries['one word']))
  const typed = await browser.call('typed', typedQueries)
  const lots = typed.map((_, i) => spread(stored, i + turns))
  const readOnly = await browser.call('readOnly', lots)
  row['key, median'] = round(median(typed))
  row['key, 95 %'] = percentile95(typed)
  row['20 papers, median'] = round(median(readOnly))
  row['20 papers, 95 %'] = percentile95(readOnly)
  row['bytes a paper'] = Math.round((await browser.call('indexBytes')) / stored.length)
  row.segments = (await browser.call('segments')).length
  row['build, ms a paper'] = round(buildMs / stored.length, 2)
  row['heap, MB'] = round(await browser.heapAfter('cold', 'sparse attention transformer'))
  row['add 100'] = await repeat((turn) => browser.call('add', renumbered(turn)))
  await browser.close()
  return row
}

/** The ids of twenty papers from all over, others for each turn. */
function spread(stored: readonly Paper[], turn: number): string[] {
  return Array.from({ length: 20 }, (_, i) => {
    const at = (i * Math.floor(stored.length / 20) + turn * 37) % stored.length
    return (stored[at] as Paper).id
  })
}

function percentile95(values: readonly number[]): number {
  return round(values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN)
}

/** The papers to add, with ids of their own for each turn. */
function renumbered(turn: number): Paper[] {
  return more.map((paper, i) => ({
    ...paper,
    id: `99${String(turn).padStart(2, '0')}.${10_000 + i}`,
  }))
}

async function measurePeers(stored: Paper[]): Promise<Row[]> {
  const rows: Row[] = []
  // Too much to hand over in a call: the page reads it from the extension's own folder.
  writeFileSync(join(extension, 'papers.json'), JSON.stringify(stored))
  const peerTurns = stored.length > 10_000 ? turnsOfTheSlow : turns
  for (const name of await namesOfPeers()) {
    if (name.startsWith('FlexSearch') && stored.length > flexSearchAtMost) continue
    const browser = await openBenchBrowser<PeerBench>(extension, 'peers.html', 'peerBench')
    const before = await browser.call('bytes')
    const buildMs = await browser.call('build', name, 'papers.json')
    const bytes = (await browser.call('bytes')) - before
    const row: Row = { papers: stored.length, engine: name }
    // It knows neither our filters nor phrases in quotes.
    for (const label of ['one word', 'three words', 'prefix', 'rare'] as const) {
      row[label] = await repeat(() => browser.call('cold', name, queries[label]), peerTurns)
    }
    row['heap, MB'] = round(await browser.heapAfter('cold', name, queries['three words']))
    row['add 100'] = round(await browser.call('add', name, renumbered(0)))
    row['bytes a paper'] = Math.round(bytes / stored.length)
    row['build, ms a paper'] = round(buildMs / stored.length, 2)
    rows.push(row)
    await browser.close()
  }
  return rows
}

async function namesOfPeers(): Promise<string[]> {
  const browser = await openBenchBrowser<PeerBench>(extension, 'peers.html', 'peerBench')
  const names = await browser.call('names')
  await browser.close()
  return names
}

async function repeat(work: (turn: number) => Promise<number>, often = turns): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < often; turn++) times.push(await work(turn))
  return round(median(times))
}
