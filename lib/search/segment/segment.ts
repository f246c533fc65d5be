import type { TermList } from '../../model/search-index.ts'
import { type Block, fullBlockBytes } from './block.ts'

/** Raised when the format changes; segments of another one are built anew from the papers. */
export const segmentFormat = 1

/** How many paper ids lie in one record. */
export const docsAChunk = 512

/** Lists without papers are read by ranges of words, for which smaller blocks do. */
export function blockBytesOf(list: TermList): number {
  return list === 'postings' ? fullBlockBytes : fullBlockBytes / 4
}

/** A segment that is not stored yet. */
export interface NewSegment {
  /** Rising. */
  docIds: string[]
  blocks: Record<TermList, Block[]>
}

/** The index of the last of some rising strings that is not after `text`, or -1. */
export function lastNotAfter(strings: readonly string[], text: string): number {
  let low = 0
  let high = strings.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((strings[middle] as string) <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}
