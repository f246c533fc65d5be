import 'fake-indexeddb/auto'
import { PaperboyDatabase } from '../../lib/db/database.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { createFinder } from '../../lib/search/finder.ts'
import { factors } from '../../lib/search/query/expand.ts'
import { closeness } from '../../lib/search/rank/rerank.ts'
import { bm25f } from '../../lib/search/segment/impact.ts'
import { indexTables } from '../../lib/search/store/tables.ts'
import { indexPapers } from '../../lib/search/store/write-segment.ts'
import { measureNames, readQualityCorpus } from './known-items.ts'
import { hitsLookedAt, qualityOf, rankEach } from './quality.ts'
import { printTable } from './table.ts'

// `node tests/bench/tune.ts`: what each parameter of the ranking does, one at a time, and the
// setting that a coordinate search ends at. The numbers are changed in place, in the objects
// that the engine reads them from: what is measured is the code that users run, on an
// IndexedDB in memory. Known items of one half only: the bench reports the other.
const count = Number(process.env.PAPERBOY_TUNE_PAPERS ?? 20_000)
const itemsAtMost = Number(process.env.PAPERBOY_TUNE_ITEMS ?? 400)
/** A setting must be better by more than chance makes it. */
const leastGain = 0.0005

interface Parameter {
  name: string
  values: readonly number[]
  get(): number
  set(value: number): void
  /** Impacts are stored, so the index is built anew for it. */
  isStored: boolean
}

function parameter<Key extends string>(
  group: string,
  object: Record<Key, number>,
  name: Key,
  values: readonly number[],
  isStored = false,
): Parameter {
  return {
    ...{ name: `${group} ${name}`, values, isStored, get: () => object[name] },
    set: (value) => {
      object[name] = value
    },
  }
}

const parameters: Parameter[] = [
  parameter('factor of', factors, 'sameStem', [0, 0.3, 0.5, 0.7, 0.9]),
  parameter('factor of', factors, 'joined', [0, 0.5, 0.9, 1]),
  parameter('factor of', factors, 'completed', [0.3, 0.6, 0.9]),
  parameter('factor of', factors, 'mistyped', [0, 0.3, 0.5, 0.6, 0.7, 0.9]),
  parameter('factor of', factors, 'titleBonus', [0, 0.15, 0.3, 0.5, 0.8]),
  parameter('power of', factors, 'coverage', [0, 1, 2, 3, 4]),
  parameter('closeness', closeness, 'near', [0, 1, 1.5, 2, 3, 4]),
  parameter('closeness', closeness, 'nearInTitle', [0, 0.4, 0.7, 1]),
  parameter('closeness', closeness, 'pairsApart', [0, 1, 2, 3, 4]),
  parameter('closeness', closeness, 'exactTitle', [0, 1, 2]),
  parameter('closeness', closeness, 'isFresh', [0, 0.04, 0.1]),
  parameter('closeness', closeness, 'isVoted', [0, 0.06, 0.12]),
  parameter('BM25F', bm25f, 'k1', [0.8, 1.2, 1.6], true),
  parameter('BM25F b,', bm25f.b, 'abs', [0.4, 0.6, 0.75], true),
  parameter('BM25F b,', bm25f.b, 'title', [0, 0.4, 0.7], true),
  parameter('BM25F weight,', bm25f.weight, 'title', [1, 1.5, 2, 3], true),
]

const { name, papers, tuning } = readQualityCorpus(count, itemsAtMost)
console.log(
  `\nTuning on ${tuning.keywords.length} known items among ${papers.length} papers of the ${name}`,
)
let db = await openIndex(papers)
const start = await measure()
const table = [{ setting: 'as it is', ...start.row }]
for (const each of parameters) {
  const usual = each.get()
  for (const value of each.values.filter((other) => other !== usual)) {
    table.push({
      setting: `${each.name}: ${value}, not ${usual}`,
      ...(await tried(each, value)).row,
    })
  }
  await change(each, usual)
}
printTable('MRR@10, one parameter changed at a time', table)

let best = start
for (let hasGained = true; hasGained; ) {
  hasGained = false
  for (const each of parameters) {
    let kept = each.get()
    for (const value of each.values.filter((other) => other !== kept)) {
      const next = await tried(each, value)
      if (next.mean < best.mean + leastGain) continue
      best = next
      kept = value
      hasGained = true
    }
    await change(each, kept)
  }
}
printTable('MRR@10 as it is, and where a search along each parameter in turn ends', [
  { setting: 'as it is', ...start.row },
  { setting: 'best found', ...best.row },
])
for (const each of parameters) console.log(`  ${each.name}: ${each.get()}`)

async function tried(each: Parameter, value: number) {
  await change(each, value)
  return measure()
}

async function change(each: Parameter, value: number): Promise<void> {
  if (each.get() === value) return
  each.set(value)
  if (!each.isStored) return
  await db.delete()
  db = await openIndex(papers)
}

/** The MRR@10 of each measure, and the mean of all. */
async function measure(): Promise<{ mean: number; row: Record<string, string> }> {
  const finder = createFinder(db)
  const rank = async (query: string) =>
    (await finder.find(query, hitsLookedAt)).papers.map(({ id }) => id)
  const row: Record<string, string> = {}
  let sum = 0
  for (const measure of measureNames) {
    const items = tuning[measure]
    const found = await rankEach(
      rank,
      items.map(({ query }) => query),
    )
    const { mrr } = qualityOf(items, found)
    row[measure] = mrr.toFixed(4)
    sum += mrr
  }
  const mean = sum / measureNames.length
  return { mean, row: { ...row, mean: mean.toFixed(4) } }
}

async function openIndex(stored: readonly Paper[]): Promise<PaperboyDatabase> {
  const opened = new PaperboyDatabase('tune')
  await opened.transaction('rw', [opened.papers, ...indexTables(opened)], async () => {
    await opened.papers.bulkPut([...stored])
    await indexPapers(opened, stored, { isKnown: () => false })
    // Nothing is left to build: what was just written is all there is.
    await opened.indexState.clear()
  })
  return opened
}
