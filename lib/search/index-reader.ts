import type { Paper } from '../model/paper.ts'
import type {
  BlockList,
  ColumnRecords,
  Columns,
  DaySpan,
  SegmentHead,
  TermList,
} from '../model/search-index.ts'
import type { IndexStore } from './index-store.ts'
import { Recent } from './recent.ts'
import { readTerms, type TermEntry, termsBetween } from './segment/block.ts'
import {
  docsARecord,
  emptyColumn,
  idRecordOf,
  recordLength,
  wholeColumn,
} from './segment/columns.ts'
import { cutFrom, pageOf, runsOf } from './segment/pages.ts'
import { placeOf, unpackRising } from './segment/rising-numbers.ts'
import { missing, unsealed } from './segment/seal.ts'
import { lastNotAfter } from './segment/segment.ts'

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

/** Blocks kept for the next keystroke, of 4 KB each. */
const blocksKept = 256
/** Pages kept likewise: those of common words have some hundred KB. */
const pagesKept = 64
/** Blocks of which the terms are kept as well: some hundred each. */
const speltKept = 32
/** Of some KB each, unless they have hundreds of authors. */
const papersKept = 96
/** Records of days, of 4 KB each. */
const daysKept = 64

/** Reads terms where they lie, a few blocks a query, and keeps what it read last. */
export class IndexReader {
  #store: IndexStore
  #blocks = new Recent<Uint8Array>(blocksKept)
  #pages = new Recent<Uint8Array>(pagesKept)
  #spelt = new Map<Uint8Array, { first: string; last: string; entries: TermEntry[] }>()
  #days = new Recent<ColumnRecords['days']>(daysKept)
  #papers = new Recent<Paper | undefined>(papersKept)
  #idRecords = new Map<number, Promise<ColumnRecords['ids'][]>>()
  #ids = new Map<number, Promise<Columns['ids']>>()

  constructor(store: IndexStore) {
    this.#store = store
  }

  /**
   * Those of some words that a segment has. Each block is looked through once for all of them. The
   * ids, of which those of the best papers are wanted in the end, are read while that is done.
   */
  async words(segment: SegmentHead, wanted: readonly string[]): Promise<TermEntry[]> {
    const { words } = segment.firstTerms
    this.#readIds(segment).catch(() => {})
    const byBlock = Map.groupBy([...new Set(wanted)].sort(), (term) => lastNotAfter(words, term))
    const found = await Promise.all(
      [...byBlock].map(async ([n, terms]) => {
        const [bytes] = n < 0 ? [] : await this.#read(segment, 'words', [n])
        if (!bytes) return []
        const [first = '', last = first] = [terms[0], terms.at(-1)]
        const entries = this.#spell(bytes, first, last)
        return terms.flatMap((term) => termsBetween(entries, term, term))
      }),
    )
    return found.flat()
  }

  /** Terms of a segment with their papers. Pages that lie together are read at once. */
  async postings(segment: SegmentHead, entries: readonly TermEntry[]): Promise<FoundTerm[]> {
    const found = await Promise.all(
      runsOf(entries).map(async ({ pages, places }) => {
        const read = await this.#read(segment, 'postings', pages)
        return places.map((entry) => {
          const page = read[pages.indexOf(pageOf(entry))] ?? missing()
          return { segment, term: entry.term, count: entry.count, ...cutFrom(page, entry) }
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
    const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
    const blocks = await this.#read(segment, list, numbers)
    return blocks.flatMap((bytes) => this.#spell(bytes, first, last))
  }

  /** The packed id of one paper of a segment. */
  async idOf(segment: SegmentHead, doc: number): Promise<number> {
    const records = await this.#readIds(segment)
    const ids = records[Math.floor(doc / docsARecord.ids)] ?? missing()
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
        } else whole.set(await this.#dayRecord(segment, n), at)
      }),
    )
    return whole
  }

  /** The papers of a segment with some packed ids, which rise. */
  async docsOf(segment: SegmentHead, ids: ArrayLike<number>): Promise<number[]> {
    if (ids.length === 0) return []
    const records = await this.#readIds(segment)
    return Array.from(ids).flatMap((id) => {
      const n = idRecordOf(segment.firstIds, id)
      const place = n < 0 ? -1 : placeOf(records[n] ?? missing(), id)
      return place < 0 ? [] : [n * docsARecord.ids + place]
    })
  }

  /** The packed ids of all papers of a segment. They never change, and are unpacked once. */
  ids(segment: SegmentHead): Promise<Columns['ids']> {
    const known = this.#ids.get(segment.id)
    if (known) return known
    const ids = this.#readIds(segment).then((records) => wholeColumn('ids', records))
    ids.catch(() => this.#ids.delete(segment.id))
    this.#ids.set(segment.id, ids)
    return ids
  }

  /** The upvotes of all papers of a segment, as they are now. */
  async votes(segment: SegmentHead): Promise<Columns['votes']> {
    return wholeColumn('votes', await this.#column(segment, 'votes'))
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
    const ids = new Set(heads.map(({ id }) => id))
    for (const kept of [this.#ids, this.#idRecords]) {
      for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id)
    }
  }

  /** All records of the ids, read once. */
  #readIds(segment: SegmentHead): Promise<ColumnRecords['ids'][]> {
    const known = this.#idRecords.get(segment.id)
    if (known) return known
    const records = this.#column(segment, 'ids')
    records.catch(() => this.#idRecords.delete(segment.id))
    this.#idRecords.set(segment.id, records)
    return records
  }

  /** Rejects with a CorruptIndexError when the records are not for as many papers. */
  async #column<Name extends 'ids' | 'votes'>({ id, docCount }: SegmentHead, name: Name) {
    const records = await this.#store.column(id, name)
    const isWhole = records.length === Math.ceil(docCount / docsARecord[name])
    const areWhole = records.every(({ length }, n) => length === recordLength(name, docCount, n))
    return isWhole && areWhole ? records : missing()
  }

  /** Rejects as above. */
  #dayRecord({ id, docCount }: SegmentHead, n: number): Promise<ColumnRecords['days']> {
    return this.#days.get(`${id} ${n}`, async () => {
      const record = await this.#store.dayRecord(id, n)
      return record.length === recordLength('days', docCount, n) ? record : missing()
    })
  }

  /** The terms of a block between two. Of what was spelt out before, none is again. */
  #spell(bytes: Uint8Array, first: string, last: string): TermEntry[] {
    const known = this.#spelt.get(bytes)
    if (known && known.first <= first && last <= known.last) {
      return termsBetween(known.entries, first, last)
    }
    const entries = readTerms(bytes, first, last)
    this.#spelt.delete(bytes)
    this.#spelt.set(bytes, { first, last, entries })
    const [oldest] = this.#spelt.keys()
    if (oldest && this.#spelt.size > speltKept) this.#spelt.delete(oldest)
    return entries
  }

  /** Blocks or pages, known to be undamaged; those that lie together are read at once. */
  #read(segment: SegmentHead, list: BlockList, numbers: readonly number[]): Promise<Uint8Array[]> {
    const kept = list === 'postings' ? this.#pages : this.#blocks
    let reading: Promise<Uint8Array[]> | undefined
    const blocks = numbers.map((n, i) =>
      kept.get(`${segment.id} ${list} ${n}`, async () => {
        reading ??= this.#store.blocks(segment.id, list, numbers)
        const bytes = (await reading)[i] ?? missing()
        unsealed(bytes)
        return bytes
      }),
    )
    return Promise.all(blocks)
  }
}
