import type { Paper } from '../../model/paper.ts'
import type { ColumnName, Columns } from '../../model/search-index.ts'
import { packId } from './packed-id.ts'

/**
 * Papers in one record of a column. Days and upvotes are read whole: 32 KB, which the browser
 * still hands over as it is. Of the ids those of the best papers are read, here and there.
 */
export const docsARecord = { ids: 512, days: 16_384, votes: 16_384 } as const

const dayMs = 86_400_000
const mostInTwoBytes = 0xffff

/** The columns of papers, which are given by rising packed id. */
export function columnsOf(papers: readonly Paper[]): Columns {
  return {
    ids: Uint32Array.from(papers, ({ id }) => packId(id)),
    days: Uint16Array.from(papers, ({ publishedAt }) => dayOf(publishedAt)),
    votes: Uint16Array.from(papers, ({ upvotes }) => inTwoBytes(upvotes)),
  }
}

/** The day that a time (ms) falls on, counted from 1970-01-01. */
export function dayOf(at: number): number {
  return inTwoBytes(Math.floor(at / dayMs))
}

export function inTwoBytes(value: number): number {
  return Math.max(0, Math.min(mostInTwoBytes, value))
}

export function emptyColumn<Name extends ColumnName>(name: Name, length: number): Columns[Name] {
  return (name === 'ids' ? new Uint32Array(length) : new Uint16Array(length)) as Columns[Name]
}

/** A column cut into records. */
export function recordsOf<Name extends ColumnName>(
  name: Name,
  values: Columns[Name],
): Columns[Name][] {
  const length = docsARecord[name]
  return Array.from(
    { length: Math.ceil(values.length / length) },
    (_, n) => values.slice(n * length, (n + 1) * length) as Columns[Name],
  )
}

/** The index of a value in a rising column, or -1. */
export function indexIn(values: Uint32Array, wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return values[low] === wanted ? low : -1
}
