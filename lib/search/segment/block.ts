import { ByteReader, ByteWriter } from './bytes.ts'
import { checksum } from './checksum.ts'

/** A block is closed before it grows past this, so that a query reads little beside what it needs. */
export const fullBlockBytes = 16 * 1024
const checksumBytes = 4

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A term in a block, and where its postings lie there. */
export interface TermEntry {
  term: string
  /** How many papers hold it. */
  count: number
  start: number
  end: number
}

/** A finished block. */
export interface Block {
  firstTerm: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A block that was cut short or overwritten. */
export class CorruptBlockError extends Error {
  override name = 'CorruptBlockError'
}

/**
 * Puts terms, by rising code units, into blocks. An entry is: how many UTF-16 units it shares
 * with the term before, the rest in UTF-8 with its length, the count, the postings with their
 * length. A block ends with a checksum. A term with many postings has a block of its own.
 */
export class BlockWriter {
  #out = new ByteWriter(fullBlockBytes + 1024)
  #fullBytes: number
  #first: string | undefined
  #last = ''
  #onBlock: (block: Block) => void

  constructor(onBlock: (block: Block) => void, fullBytes = fullBlockBytes) {
    this.#onBlock = onBlock
    this.#fullBytes = fullBytes
  }

  add(term: string, count: number, postings: Uint8Array): void {
    if (this.#first !== undefined && this.#out.length + postings.length > this.#fullBytes)
      this.flush()
    const shared = this.#first === undefined ? 0 : sharedLength(this.#last, term)
    const rest = encoder.encode(term.slice(shared))
    this.#first ??= term
    this.#last = term
    this.#out.varint(shared)
    this.#out.varint(rest.length)
    this.#out.bytes(rest)
    this.#out.varint(count)
    this.#out.varint(postings.length)
    this.#out.bytes(postings)
  }

  /** Closes the block under way; to be called once more at the end. */
  flush(): void {
    if (this.#first === undefined) return
    const sum = checksum(this.#out.view())
    for (let i = 0; i < checksumBytes; i++) this.#out.byte((sum >>> (8 * i)) & 0xff)
    this.#onBlock({ firstTerm: this.#first, bytes: this.#out.take() })
    this.#first = undefined
    this.#out.clear()
  }
}

/**
 * Reads a block's terms in order, passing over their postings. Throws
 * {@link CorruptBlockError} when the block is not what was written.
 */
export function readBlock(bytes: Uint8Array): TermEntry[] {
  const end = bytes.length - checksumBytes
  if (end < 0 || storedChecksum(bytes, end) !== checksum(bytes.subarray(0, end))) {
    throw new CorruptBlockError('A block of the search index is damaged.')
  }
  const reader = new ByteReader(bytes, 0, end)
  const entries: TermEntry[] = []
  let term = ''
  while (!reader.isAtEnd) {
    const shared = reader.varint()
    const restLength = reader.varint()
    term = term.slice(0, shared) + decode(bytes, reader.at, reader.at + restLength)
    reader.at += restLength
    const count = reader.varint()
    const length = reader.varint()
    entries.push({ term, count, start: reader.at, end: reader.at + length })
    reader.at += length
  }
  return entries
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

function storedChecksum(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, checksumBytes).getUint32(0, true)
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let i = 0
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++
  // Never between the two units of one character: the rest must be whole for UTF-8.
  if (i > 0 && /[\ud800-\udbff]/.test(a.charAt(i - 1))) i--
  return i
}
