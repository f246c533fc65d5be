import type { SegmentHead, TermList } from '../model/search-index.ts'
import { CorruptBlockError, readBlock, type TermEntry } from './segment/block.ts'
import { lastNotAfter } from './segment/segment.ts'

/** Where the index lies. All reads of one query should share one transaction. */
export interface IndexStore {
  /** The segments that answer, oldest first. */
  heads(): Promise<SegmentHead[]>
  /** One block; undefined when it is missing. */
  block(segment: number, list: TermList, n: number): Promise<Uint8Array | undefined>
  /** The ids of a chunk of {@link docsAChunk} papers. */
  docIds(segment: number, chunk: number): Promise<string[]>
}

/** A term found in a segment, with the block its postings lie in. */
export interface FoundTerm extends TermEntry {
  segment: SegmentHead
  bytes: Uint8Array
}

interface OpenBlock {
  bytes: Uint8Array
  entries: TermEntry[]
}

/** Blocks kept for the next keystroke. */
const blocksKept = 256

/** Reads terms where they lie, a few blocks a query, and keeps the blocks read last. */
export class IndexReader {
  #store: IndexStore
  #blocks = new Map<string, Promise<OpenBlock>>()

  constructor(store: IndexStore) {
    this.#store = store
  }

  /** The one term of a segment, with its papers. */
  async term(segment: SegmentHead, term: string): Promise<FoundTerm | undefined> {
    return (await this.terms(segment, 'postings', term, term))[0]
  }

  /** The terms of a list from `first` to `last`, both included, of `blocksAtMost` blocks. */
  async terms(
    segment: SegmentHead,
    list: TermList,
    first: string,
    last: string,
    blocksAtMost = 8,
  ): Promise<FoundTerm[]> {
    const firstTerms = segment.firstTerms[list]
    const from = Math.max(0, lastNotAfter(firstTerms, first))
    const to = Math.min(lastNotAfter(firstTerms, last), from + blocksAtMost - 1)
    const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
    const blocks = await Promise.all(numbers.map((n) => this.#open(segment, list, n)))
    return blocks.flatMap(({ bytes, entries }) =>
      inRange(entries, first, last).map((entry) => ({ ...entry, segment, bytes })),
    )
  }

  #open(segment: SegmentHead, list: TermList, n: number): Promise<OpenBlock> {
    const name = `${segment.id} ${list} ${n}`
    const known = this.#blocks.get(name)
    if (known) {
      this.#blocks.delete(name)
      this.#blocks.set(name, known)
      return known
    }
    const block = this.#store.block(segment.id, list, n).then((bytes) => {
      if (!bytes) throw new CorruptBlockError(`Block ${name} of the search index is missing.`)
      return { bytes, entries: readBlock(bytes) }
    })
    // A read that failed must not fail for ever.
    block.catch(() => this.#blocks.delete(name))
    this.#blocks.set(name, block)
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= blocksKept) break
      this.#blocks.delete(oldest)
    }
    return block
  }
}

function inRange(entries: readonly TermEntry[], first: string, last: string): TermEntry[] {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as TermEntry).term < first) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < entries.length && (entries[end] as TermEntry).term <= last) end++
  return entries.slice(low, end)
}
