import { type KnownItem, type KnownItems, measureNames } from './known-items.ts'
import { round } from './table.ts'

/** The ids that a search engine finds for a query, best first. */
export type Rank = (query: string) => Promise<string[]> | string[]

/** How many of the first hits are looked at. */
export const hitsLookedAt = 20

/** How well an engine finds known items. */
interface Quality {
  /** The mean of 1 by the place of the right answer, 0 when it is not among the first ten. */
  mrr: number
  /** The share of the right answers among the first twenty. */
  recall: number
}

export function qualityOf(
  items: readonly KnownItem[],
  found: readonly (readonly string[])[],
): Quality {
  let reciprocals = 0
  let recalled = 0
  for (const [i, { id }] of items.entries()) {
    const place = (found[i] ?? []).slice(0, hitsLookedAt).indexOf(id) + 1
    if (place > 0) recalled++
    if (place > 0 && place <= 10) reciprocals += 1 / place
  }
  return { mrr: reciprocals / items.length, recall: recalled / items.length }
}

/** A row of a table: MRR@10 and recall@20 for each way of asking. */
export async function qualityRow(
  engine: string,
  items: KnownItems,
  rankAll: (queries: string[]) => Promise<string[][]>,
): Promise<Record<string, string>> {
  const row: Record<string, string> = { 'MRR@10 / recall@20': engine }
  for (const measure of measureNames) {
    const asked = items[measure]
    const { mrr, recall } = qualityOf(asked, await rankAll(asked.map(({ query }) => query)))
    row[measure] = `${mrr.toFixed(3)} / ${round(recall, 3).toFixed(3)}`
  }
  return row
}

/** Asks one query after another. */
export async function rankEach(rank: Rank, queries: readonly string[]): Promise<string[][]> {
  const found: string[][] = []
  for (const query of queries) found.push(await rank(query))
  return found
}
