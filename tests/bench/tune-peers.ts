import type { SearchOptions } from 'minisearch'
import { readQualityCorpus } from './known-items.ts'
import { asItComes, buildMiniSearch } from './minisearch-settings.ts'
import { qualityOf } from './quality.ts'
import { printTable } from './table.ts'

// `node tests/bench/tune-peers.ts`: the best single setting of MiniSearch, so that the bench
// compares with what it can do, by the same search along each option in turn, and on the same
// half of the known items, as `tune.ts`. Fuzzy search for a sentence takes it seconds, so of
// the sentences only some are asked.
const count = Number(process.env.PAPERBOY_TUNE_PAPERS ?? 5_000)
const itemsAtMost = Number(process.env.PAPERBOY_TUNE_ITEMS ?? 200)
const sentencesAtMost = 20
/** What the others are variants of. */
const asked = ['keywords', 'summary', 'typos'] as const

const steps: readonly (readonly SearchOptions[])[] = [
  [{ fuzzy: false }, { fuzzy: 0.2 }, { fuzzy: 0.25 }, { fuzzy: 0.3 }, { fuzzy: 1 }],
  [1, 1.5, 2, 3].map((title) => ({ boost: { title } })),
  [0.1, 0.2, 0.45, 0.7].map((fuzzy) => ({ weights: { fuzzy, prefix: 0.375 } })),
  [{ combineWith: 'OR' }, { combineWith: 'AND' }],
  [{ prefix: false }, { prefix: true }],
  [0.8, 1.2, 2].map((k) => ({ bm25: { k, b: 0.7, d: 0.5 } })),
  [0.4, 0.7, 0.9].map((b) => ({ bm25: { k: 1.2, b, d: 0.5 } })),
]

const { name, papers, tuning } = readQualityCorpus(count, itemsAtMost)
console.log(
  `\nMiniSearch on ${tuning.keywords.length} known items, ${papers.length} papers of the ${name}`,
)
const index = buildMiniSearch(papers)
const rows = [measure(asItComes)]
let best = rows[0] as Measured
for (let hasGained = true; hasGained; ) {
  hasGained = false
  for (const step of steps) {
    for (const change of step) {
      const next = measure({ ...best.setting, ...change })
      rows.push(next)
      if (next.mean <= best.mean) continue
      best = next
      hasGained = true
    }
  }
}
printTable(
  'MRR@10',
  rows.map(({ row }) => row),
)
console.log(`\nBest: ${JSON.stringify(best.setting)}`)

interface Measured {
  setting: SearchOptions
  mean: number
  row: Record<string, string>
}

function measure(setting: SearchOptions): Measured {
  const row: Record<string, string> = { setting: JSON.stringify(setting) }
  let mean = 0
  for (const measure of asked) {
    const items = tuning[measure].slice(0, measure === 'summary' ? sentencesAtMost : itemsAtMost)
    const found = items.map(({ query }) => index.search(query, setting).map(({ id }) => id))
    const { mrr } = qualityOf(items, found)
    row[measure] = mrr.toFixed(3)
    mean += mrr / asked.length
  }
  return { setting, mean, row: { ...row, mean: mean.toFixed(3) } }
}
