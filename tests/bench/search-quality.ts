import { Document } from 'flexsearch'
import type MiniSearch from 'minisearch'
import type { SearchOptions } from 'minisearch'
import { openBenchBrowser } from './bench-browser.ts'
import { type KnownItems, measureNames, measures, readQualityCorpus } from './known-items.ts'
import {
  asItComes,
  bestSetting,
  buildMiniSearch,
  miniSearchOptions,
  type Row,
  toRow,
} from './minisearch-settings.ts'
import { hitsLookedAt, qualityRow } from './quality.ts'
import type { Bench } from './search-page.ts'
import { printTable } from './table.ts'

const papersAtMost = Number(process.env.PAPERBOY_BENCH_QUALITY_PAPERS ?? 10_000)
const itemsAtMost = Number(process.env.PAPERBOY_BENCH_ITEMS ?? 1000)
/** Others take seconds for a sentence, so they are asked for some of them only. */
const peerItemsAtMost = Number(process.env.PAPERBOY_BENCH_PEER_ITEMS ?? 60)

/**
 * Prints how well known items are found that nothing was tuned on: by Paperboy in the page of
 * an extension in Chromium, by the others in memory.
 */
export async function measureQuality(extension: string): Promise<void> {
  const { name, papers, heldOut } = readQualityCorpus(papersAtMost, itemsAtMost)
  const browser = await openBenchBrowser<Bench>(extension, 'bench.html', 'bench')
  for (let at = 0; at < papers.length; at += 2000) {
    await browser.call('fill', papers.slice(at, at + 2000), 500)
  }
  const ask = (queries: string[]) => browser.call('rank', queries, hitsLookedAt)
  const few = firstOf(heldOut, peerItemsAtMost)
  const rows = [
    await qualityRow(`Paperboy, ${heldOut.summary.length} items`, heldOut, ask),
    await qualityRow(`Paperboy, ${few.summary.length} items`, few, ask),
  ]
  await browser.close()
  const index = buildMiniSearch(papers)
  const flexSearch = new Document({
    document: { id: 'id', index: [...miniSearchOptions.fields] },
    tokenize: 'forward',
  })
  for (const paper of papers) flexSearch.add(toRow(paper))
  rows.push(
    await qualityRow('MiniSearch as it comes', few, rankWith(index, asItComes)),
    await qualityRow('MiniSearch at its best', few, rankWith(index, bestSetting)),
    await qualityRow('FlexSearch', few, async (queries) =>
      queries.map((query) => {
        const fields = flexSearch.search(query, { limit: hitsLookedAt })
        return [...new Set(fields.flatMap(({ result }) => result.map(String)))]
      }),
    ),
  )
  printTable(`Known items held out, among ${papers.length} papers of the ${name}`, rows)
  for (const measure of measureNames) console.log(`  ${measure}: ${measures[measure]}`)
}

function rankWith(index: MiniSearch<Row>, setting: SearchOptions) {
  return async (queries: string[]) =>
    queries.map((query) => index.search(query, setting).map(({ id }) => id))
}

function firstOf(items: KnownItems, count: number): KnownItems {
  const entries = measureNames.map((measure) => [measure, items[measure].slice(0, count)] as const)
  return Object.fromEntries(entries) as KnownItems
}
