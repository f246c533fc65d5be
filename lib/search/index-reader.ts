import type { Paper } from '../model/paper.ts'
import type {
  BlockList,
  ColumnName,
  ColumnRecords,
  Columns,
  DaySpan,
  SegmentHead,
  TermList,
} from '../model/search-index.ts'
import { readTerms, type TermEntry } from './segment/block.ts'
import { docsARecord, emptyColumn, idRecordOf, wholeColumn } from './segment/columns.ts'
import { cutFrom, pagesOf, runsOf } from './segment/pages.ts'
import { placeOf, unpackRising } from './segment/rising-numbers.ts'
import { missing, unsealed } from './segment/seal.ts'
import { lastNotAfter } from './segment/segment.ts'

/** Where the index lies. What is asked for in one turn should be read in one transaction. */
export interface IndexStore {
  /** The segments that answer, oldest first; undefined while there is no whole index. */
  heads(): Promise<SegmentHead[] | undefined>
  /**
   * Blocks or pages, from one to another, both included. Rejects with a CorruptIndexError when
   * one is not there.
   */
  blocks(segment: number, list: BlockList, from: number, to: number): Promise<Uint8Array[]>
  /** The `n`th record of a column. Rejects as above. */
  record<Name extends ColumnName>(
    segment: number,
    name: Name,
    n: number,
  ): Promise<ColumnRecords[Name]>
  /** The records of a column, in order. */
  column<Name extends ColumnName>(segment: number, name: Name): Promise<ColumnRecords[Name][]>
  /** Undefined when it is not stored. */
  paper(id: string): Promise<Paper | undefined>
}

/** A term found in a segment, with its postings. */
export interface FoundTerm {
  segment: SegmentHead
  term: string
  /** How many papers hold it. */
  count: number
  /** The postings lie in these bytes, between these offsets. */
  bytes: Uint8Array
  start: number
  end: number
}

/** Blocks and pages kept for the next keystroke: a megabyte or two. */
const blocksKept = 256
/** Blocks of which the terms are kept as well: some hundred each. */
const speltKept = 32
/** Of some KB each, unless they have hundreds of authors. */
const papersKept = 96
/** Records of ids and days, of 20 and 4 KB each: those of a million papers' ids. */
const recordsKept = 64

/** Reads terms where they lie, a few blocks a query, and keeps what it read last. */
export class IndexReader {
  #store: IndexStore
  #blocks = new Recent<Uint8Array>(blocksKept)
  #spelt = new Map<Uint8Array, { first: string; last: string; entries: TermEntry[] }>()
  #records = new Recent<ColumnRecords[ColumnName]>(recordsKept)
  #papers = new Recent<Paper | undefined>(papersKept)
  #columns = new Map<string, Promise<Columns[ColumnName]>>()

  constructor(store: IndexStore) {
    this.#store = store
  }

  /** Those of some words that a segment has. Each block is looked through once for all of them. */
  async words(segment: SegmentHead, wanted: readonly string[]): Promise<TermEntry[]> {
    const { words } = segment.firstTerms
    const byBlock = Map.groupBy(wanted.toSorted(), (term) => lastNotAfter(words, term))
    const found = await Promise.all(
      [...byBlock].map(async ([n, terms]) => {
        const [bytes] = n < 0 ? [] : await this.#read(segment, 'words', n, n)
        if (!bytes) return []
        const [first = '', last = first] = [terms[0], terms.at(-1)]
        const entries = this.#spell(bytes, first, last)
        return terms.flatMap((term) => {
          const entry = entries[firstNotBefore(entries, term)]
          return entry?.term === term ? [entry] : []
        })
      }),
    )
    return found.flat()
  }

  /** Terms of a segment with their papers. Pages that lie together are read at once. */
  async postings(segment: SegmentHead, entries: readonly TermEntry[]): Promise<FoundTerm[]> {
    const found = await Promise.all(
      runsOf(entries).map(async ({ from, to, entries }) => {
        const pages = await this.#read(segment, 'postings', from, to)
        return entries.map((entry) => {
          const [first, last] = pagesOf(entry)
          const own = pages.slice(first - from, last - from + 1)
          return { segment, term: entry.term, count: entry.count, ...cutFrom(own, entry) }
        })
      }),
    )
    return found.flat()
  }

  /** The terms of a list from `first` to `last`, both included, of `blocksAtMost` blocks. */
  async terms(
    segment: SegmentHead,
    list: TermList,
    first: string,
    last: string,
    blocksAtMost = 8,
  ): Promise<TermEntry[]> {
    const firstTerms = segment.firstTerms[list]
    const from = Math.max(0, lastNotAfter(firstTerms, first))
    const to = Math.min(lastNotAfter(firstTerms, last), from + blocksAtMost - 1)
    const blocks = await this.#read(segment, list, from, to)
    return blocks.flatMap((bytes) => this.#spell(bytes, first, last))
  }

  /** The packed id of one paper of a segment. */
  async idOf(segment: SegmentHead, doc: number): Promise<number> {
    const ids = await this.#record(segment, 'ids', Math.floor(doc / docsARecord.ids))
    return unpackRising(ids, doc % docsARecord.ids, 1)[0] ?? missing()
  }

  /**
   * The days of a segment's papers, as far as a span needs them: a record that lies within it, or
   * outside, is not read, and one of its days stands for all.
   */
  async days(segment: SegmentHead, [first, last]: DaySpan): Promise<Columns['days']> {
    const whole = emptyColumn('days', segment.docCount)
    await Promise.all(
      segment.daySpans.map(async ([earliest, latest], n) => {
        const at = n * docsARecord.days
        const isWithin = first <= earliest && latest <= last
        if (isWithin || latest < first || last < earliest) {
          whole.fill(earliest, at, at + docsARecord.days)
        } else whole.set(await this.#record(segment, 'days', n), at)
      }),
    )
    return whole
  }

  /** The papers of a segment with some packed ids, which rise. */
  async docsOf(segment: SegmentHead, ids: ArrayLike<number>): Promise<number[]> {
    const docs = await Promise.all(
      Array.from(ids, async (id) => {
        const n = idRecordOf(segment.firstIds, id)
        const place = n < 0 ? -1 : placeOf(await this.#record(segment, 'ids', n), id)
        return place < 0 ? [] : [n * docsARecord.ids + place]
      }),
    )
    return docs.flat()
  }

  /** Reads all ids, so that the next search need not look for those of its best papers. */
  async readAhead(heads: readonly SegmentHead[]): Promise<void> {
    const readAll = (head: SegmentHead) => {
      const count = Math.ceil(head.docCount / docsARecord.ids)
      return Array.from({ length: count }, (_, n) => this.#record(head, 'ids', n))
    }
    await Promise.all(heads.flatMap(readAll))
  }

  /** A whole column of a segment. What never changes is read once. */
  column<Name extends ColumnName>(segment: SegmentHead, name: Name): Promise<Columns[Name]> {
    if (name === 'votes') return this.#readColumn(segment, name)
    const key = `${segment.id} ${name}`
    const known = this.#columns.get(key) as Promise<Columns[Name]> | undefined
    if (known) return known
    const column = this.#readColumn(segment, name)
    column.catch(() => this.#columns.delete(key))
    this.#columns.set(key, column)
    return column
  }

  /** Papers by id, in the order of the ids; what is not stored is left out. */
  async papers(ids: readonly string[]): Promise<Paper[]> {
    // As one types on, most of the best stay the best.
    const papers = await Promise.all(
      ids.map((id) => this.#papers.get(id, () => this.#store.paper(id))),
    )
    return papers.filter((paper) => paper !== undefined)
  }

  /** To be called when papers have changed. */
  forgetPapers(): void {
    this.#papers = new Recent(papersKept)
  }

  /** Lets go of what it kept of segments that are no more. */
  keepOnly(heads: readonly SegmentHead[]): void {
    const ids = new Set(heads.map(({ id }) => String(id)))
    for (const key of this.#columns.keys()) {
      if (!ids.has(key.split(' ')[0] as string)) this.#columns.delete(key)
    }
  }

  /** A record of a column. Rejects with a CorruptIndexError when it is not for as many papers. */
  #record<Name extends ColumnName>(segment: SegmentHead, name: Name, n: number) {
    const length = Math.min(docsARecord[name], segment.docCount - n * docsARecord[name])
    const read = async () => {
      const record = await this.#store.record(segment.id, name, n)
      return record.length === length ? record : missing()
    }
    return this.#records.get(`${segment.id} ${name} ${n}`, read) as Promise<ColumnRecords[Name]>
  }

  async #readColumn<Name extends ColumnName>(
    segment: SegmentHead,
    name: Name,
  ): Promise<Columns[Name]> {
    const records = await this.#store.column(segment.id, name)
    const column = wholeColumn(name, records)
    return column.length === segment.docCount ? column : missing()
  }

  /** The terms of a block between two. Of what was spelt out before, none is again. */
  #spell(bytes: Uint8Array, first: string, last: string): TermEntry[] {
    const known = this.#spelt.get(bytes)
    if (known && known.first <= first && last <= known.last) {
      const { entries } = known
      const end = firstNotBefore(entries, last)
      return entries.slice(
        firstNotBefore(entries, first),
        entries[end]?.term === last ? end + 1 : end,
      )
    }
    const entries = readTerms(bytes, first, last)
    this.#spelt.delete(bytes)
    this.#spelt.set(bytes, { first, last, entries })
    const [oldest] = this.#spelt.keys()
    if (oldest && this.#spelt.size > speltKept) this.#spelt.delete(oldest)
    return entries
  }

  /** Blocks or pages, known to be undamaged; those that lie together are read at once. */
  #read(segment: SegmentHead, list: BlockList, from: number, to: number): Promise<Uint8Array[]> {
    let reading: Promise<Uint8Array[]> | undefined
    const blocks = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
      this.#blocks.get(`${segment.id} ${list} ${from + i}`, async () => {
        reading ??= this.#store.blocks(segment.id, list, from, to)
        const bytes = (await reading)[i] ?? missing()
        unsealed(bytes)
        return bytes
      }),
    )
    return Promise.all(blocks)
  }
}

/** The index of the first of some entries, by rising terms, that is not before a term. */
function firstNotBefore(entries: readonly TermEntry[], term: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as TermEntry).term < term) low = middle + 1
    else high = middle
  }
  return low
}

/** What was read last, by name; a read that failed is not kept. */
class Recent<Value> {
  #kept = new Map<string, Promise<Value>>()
  #atMost: number

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  get(name: string, read: () => Promise<Value>): Promise<Value> {
    const value = this.#kept.get(name) ?? read()
    this.#kept.delete(name)
    this.#kept.set(name, value)
    value.catch(() => this.#kept.delete(name))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#atMost) break
      this.#kept.delete(oldest)
    }
    return value
  }
}
