import { ByteReader, ByteWriter, mostInPair, utf8Length } from './bytes.ts'
import { type Place, startAfter } from './pages.ts'
import { checksumBytes, sealed, unsealed } from './seal.ts'

/** A block is closed when it grows past this, so that a query reads little beside what it needs. */
const fullBlockBytes = 4 * 1024

/** What a block of bare terms begins with. */
const bare = 0

/** Bytes that a posting takes at least. */
const leastBytes = 2

const decoder = new TextDecoder()

/** A term, and where its postings lie among all those of the segment: a bare one has none. */
export interface TermEntry extends Place {
  term: string
  /** How many papers hold it. */
  count: number
}

/** A finished block. */
export interface Block {
  firstTerm: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Puts terms, by rising code units, into blocks. A block begins with the place of its first
 * term's postings, plus 1, and those of the others follow; or with 0, and its terms are bare.
 * An entry is: how many UTF-16 units it shares with the term before and the bytes of the rest,
 * as a pair; the rest in UTF-8; and, where it is not bare, the count and the bytes of postings
 * beyond two for each, as a pair. A block ends with a checksum.
 */
export class BlockWriter {
  readonly blocks: Block[] = []
  #out = new ByteWriter(fullBlockBytes + 1024)
  #first: string | undefined
  #last = ''
  #place: Place = { start: 0, end: 0 }

  /** A term whose `count` postings lie at `start`, `length` bytes of them. */
  add(term: string, count: number, start: number, length: number): void {
    // Postings that do not follow those before begin a block, which says where they lie.
    if (start !== startAfter(this.#place.start, this.#place.end, length)) this.flush()
    this.#spell(term, start + 1)
    this.#out.pair(count, Math.max(0, length - leastBytes * count))
    this.#place = { start, end: start + length }
  }

  /** A term of a list that says no more than that there is such a term. */
  addBare(term: string): void {
    this.#spell(term, bare)
  }

  #spell(term: string, beginning: number): void {
    if (this.#out.length > fullBlockBytes) this.flush()
    if (this.#first === undefined) {
      this.#first = term
      this.#last = ''
      this.#out.varint(beginning)
    }
    const shared = sharedLength(this.#last, term)
    const rest = term.slice(shared)
    const length = utf8Length(rest)
    this.#out.pair(shared, length)
    this.#out.text(rest, length)
    this.#last = term
  }

  /** Closes the block under way; to be called once more at the end. */
  flush(): void {
    if (this.#first === undefined) return
    this.blocks.push({ firstTerm: this.#first, bytes: sealed(this.#out) })
    this.#first = undefined
    this.#out.clear()
  }
}

/** All terms of a block. Throws {@link CorruptIndexError} when it is not what was written. */
export function readBlock(bytes: Uint8Array): TermEntry[] {
  unsealed(bytes)
  return readTerms(bytes)
}

/**
 * The terms of a block, known to be undamaged, from `first` to `last`, both included. Those
 * before are passed over: a term that shares more with the one before it than that one shares
 * with `first` lies on the same side of `first`, and need not be spelt out.
 */
export function readTerms(bytes: Uint8Array, first = '', last?: string): TermEntry[] {
  const end = bytes.length - checksumBytes
  const reader = new ByteReader(bytes)
  const entries: TermEntry[] = []
  let agreeing = 0
  /** Undefined until the terms from `first` on begin. */
  let term: string | undefined
  const beginning = reader.varint()
  let placeStart = Math.max(0, beginning - 1)
  let placeEnd = placeStart
  let { at } = reader
  // Over hundreds of terms in a page that has just opened, which runs it uncompiled: what is
  // nearly always so, both numbers of a pair being small, calls nothing.
  while (at < end) {
    const lengths = bytes[at++] as number
    let shared = lengths >>> 4
    let restLength = lengths & 15
    if (shared === mostInPair || restLength === mostInPair) {
      reader.at = at
      shared = reader.ofPair(shared)
      restLength = reader.ofPair(restLength)
      at = reader.at
    }
    const restStart = at
    at += restLength
    let count = 0
    if (beginning !== bare) {
      const counts = bytes[at++] as number
      count = counts >>> 4
      let beyond = counts & 15
      if (count === mostInPair || beyond === mostInPair) {
        reader.at = at
        count = reader.ofPair(count)
        beyond = reader.ofPair(beyond)
        at = reader.at
      }
      const length = leastBytes * count + beyond
      placeStart = startAfter(placeStart, placeEnd, length)
      placeEnd = placeStart + length
    }
    if (term === undefined && shared > agreeing) continue
    const spelt =
      (term ?? first).slice(0, shared) + decode(bytes, restStart, restStart + restLength)
    if (term === undefined && spelt < first) {
      agreeing = sharedLength(spelt, first)
      continue
    }
    term = spelt
    if (last !== undefined && term > last) break
    entries.push({ term, count, start: placeStart, end: placeEnd })
  }
  return entries
}

/** Those of some entries, which rise, from `first` to `last`, both included. */
export function termsBetween(
  entries: readonly TermEntry[],
  first: string,
  last: string,
): TermEntry[] {
  const to = firstFrom(entries, last)
  return entries.slice(firstFrom(entries, first), entries[to]?.term === last ? to + 1 : to)
}

/** The place of the first of some terms, which rise, that is not before one. */
function firstFrom(entries: readonly TermEntry[], wanted: string): number {
  let from = 0
  let to = entries.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((entries[middle] as TermEntry).term < wanted) from = middle + 1
    else to = middle
  }
  return from
}

/** UTF-8 between two offsets; most terms are ASCII, for which a decoder is slow to call. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number
    if (byte > 0x7f) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(byte)
  }
  return text
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let i = 0
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++
  // Never between the two units of one character: the rest must be whole for UTF-8.
  if (i > 0 && /[\ud800-\udbff]/.test(a.charAt(i - 1))) i--
  return i
}
