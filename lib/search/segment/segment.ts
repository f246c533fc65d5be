import type { Columns, TermList } from '../../model/search-index.ts'
import { type Block, BlockWriter } from './block.ts'
import { type Page, PageWriter } from './pages.ts'

/** Raised when the layout changes; a segment of another one cannot be read. */
export const segmentFormat = 5

/** Raised when texts are taken apart in another way; older segments answer until replaced. */
export const segmentAnalysis = 3

/** A segment that is not stored yet. */
export interface NewSegment {
  columns: Columns
  blocks: Record<TermList, Block[]>
  pages: Page[]
  /** The number of the page after the last. */
  pageCount: number
}

/** Writes terms, by rising code units, with the papers that hold them. */
export class TermWriter {
  #blocks = new BlockWriter()
  #pages: PageWriter

  constructor(firstPage = 0) {
    this.#pages = new PageWriter(firstPage)
  }

  add(term: string, count: number, postings: Uint8Array): void {
    this.#blocks.add(term, count, this.#pages.add(postings), postings.length)
  }

  /** A term of a list that holds no papers. */
  addBare(term: string): void {
    this.#blocks.addBare(term)
  }

  /** Everything written, closed. */
  finish(): { blocks: Block[]; pages: Page[]; pageCount: number } {
    this.#blocks.flush()
    this.#pages.flush()
    const { pages, pageCount } = this.#pages
    return { blocks: this.#blocks.blocks, pages, pageCount }
  }
}

/** The index of the last of some rising strings or numbers that is not after `wanted`, or -1. */
export function lastNotAfter<Value extends string | number>(
  values: ArrayLike<Value>,
  wanted: Value,
): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as Value) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
