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

/** Writes packed postings, which rise: those of a list, or of a part of it. */
export function writePostings(
  out: ByteWriter,
  packed: ArrayLike<number>,
  from = 0,
  to = packed.length,
): void {
  let last = -1
  for (let i = from; i < to; i++) {
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

/** Where a list of postings, between two offsets, has been read up to. */
export interface PostingCursor {
  bytes: Uint8Array
  /** Where the next posting begins, and where the last one ends. */
  at: number
  end: number
  /** The paper of the posting before; -1 at the beginning. */
  doc: number
}

export function postingsFrom(bytes: Uint8Array, start: number, end: number): PostingCursor {
  return { bytes, at: start, end, doc: -1 }
}

/** Reads on before the paper `limit`, or until the room is full; returns how many it read. */
export function readBefore(cursor: PostingCursor, limit: number, room: PostingRoom): number {
  const { bytes, end } = cursor
  const { docs, impacts, masks } = room
  let { at, doc } = cursor
  let count = 0
  while (at < end && count < docs.length) {
    let next = at
    let byte = bytes[next++] as number
    let head = byte & 0x7f
    for (let shift = 7; byte >= 0x80 && next < end; shift += 7) {
      byte = bytes[next++] as number
      head |= (byte & 0x7f) << shift
    }
    const following = doc + (head >>> 1) + 1
    if (following >= limit) break
    doc = following
    docs[count] = doc
    impacts[count] = bytes[next++] as number
    masks[count++] = (head & 1) === 1 ? (bytes[next++] as number) : usualMask
    at = next
  }
  cursor.at = at
  cursor.doc = doc
  return count
}

const room = postingRoom(1024)

/**
 * Marks the papers before `limit` that hold one of some terms in one of some fields (0: in any),
 * each by its place after `from`.
 */
export function markPapers(
  marks: Uint8Array,
  terms: readonly PostingCursor[],
  fields: number,
  from: number,
  limit: number,
): void {
  const { docs, masks } = room
  for (const postings of terms) {
    let count: number
    do {
      count = readBefore(postings, limit, room)
      for (let i = 0; i < count; i++) {
        if (fields === 0 || ((masks[i] as number) & fields) !== 0) {
          marks[(docs[i] as number) - from] = 1
        }
      }
    } while (count > 0)
  }
}
