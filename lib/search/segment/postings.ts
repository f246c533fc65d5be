import type { ByteWriter } from './bytes.ts'
import { usualMask } from './fields.ts'

/**
 * Writes one posting after another, by rising `doc`: the gap to the one before, doubled, plus
 * 1 when a mask follows; the impact; the mask where it is not the usual one.
 */
function writePosting(out: ByteWriter, gap: number, impact: number, mask: number): void {
  const hasMask = mask !== usualMask
  out.varint(gap * 2 + (hasMask ? 1 : 0))
  out.byte(impact)
  if (hasMask) out.byte(mask)
}

const impactStep = 32
const docStep = 256 * impactStep

/** A posting in one number, which sorts by paper. */
export function packPosting(doc: number, impact: number, mask: number): number {
  return doc * docStep + impact * impactStep + mask
}

/** Writes packed postings, which rise. */
export function writePostings(out: ByteWriter, packed: ArrayLike<number>): void {
  let last = -1
  for (let i = 0; i < packed.length; i++) {
    const posting = packed[i] as number
    const doc = Math.floor(posting / docStep)
    const rest = posting - doc * docStep
    writePosting(out, doc - last - 1, rest >>> 5, rest & (impactStep - 1))
    last = doc
  }
}

/** Room for postings read at once: the same index in each list is of the same posting. */
export interface PostingRoom {
  docs: Uint32Array
  impacts: Uint8Array
  masks: Uint8Array
}

export function postingRoom(length: number): PostingRoom {
  return {
    docs: new Uint32Array(length),
    impacts: new Uint8Array(length),
    masks: new Uint8Array(length),
  }
}

/** Reads the postings that lie between two offsets, bit by bit. */
export class PostingReader {
  #bytes: Uint8Array
  #at: number
  #end: number
  /** The paper of the posting under way, of which the rest is still to be read. */
  #doc = -1
  #hasMask = false
  #isAtEnd = false

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
    this.#isAtEnd = start >= end
  }

  /** Reads on before the paper `limit`, or until the room is full; returns how many it read. */
  readBefore(limit: number, { docs, impacts, masks }: PostingRoom): number {
    const bytes = this.#bytes
    const end = this.#end
    let at = this.#at
    let doc = this.#doc
    let hasMask = this.#hasMask
    let isAtEnd = this.#isAtEnd
    let count = 0
    // A loop that calls nothing, since a page that has just opened runs it uncompiled.
    while (!isAtEnd) {
      if (doc >= 0) {
        if (doc >= limit || count === docs.length) break
        docs[count] = doc
        impacts[count] = bytes[at++] as number
        masks[count++] = hasMask ? (bytes[at++] as number) : usualMask
      }
      if (at >= end) {
        isAtEnd = true
        break
      }
      let byte = bytes[at++] as number
      let head = byte & 0x7f
      for (let shift = 7; byte >= 0x80 && at < end; shift += 7) {
        byte = bytes[at++] as number
        head |= (byte & 0x7f) << shift
      }
      doc += (head >>> 1) + 1
      hasMask = (head & 1) === 1
    }
    this.#at = at
    this.#doc = doc
    this.#hasMask = hasMask
    this.#isAtEnd = isAtEnd
    return count
  }
}
