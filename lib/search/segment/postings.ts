import type { ByteWriter } from './bytes.ts'
import { usualMask } from './fields.ts'

/** One paper that holds a term. */
export interface Posting {
  /** The paper's number within its segment. */
  doc: number
  /** 1 to 255. */
  impact: number
  /** Which fields hold the term. */
  mask: number
}

/**
 * Writes one posting after another, by rising `doc`: the gap to the one before, doubled, plus
 * 1 when a mask follows; the impact; the mask where it is not the usual one.
 */
export function writePosting(out: ByteWriter, gap: number, { impact, mask }: Posting): void {
  const hasMask = mask !== usualMask
  out.varint(gap * 2 + (hasMask ? 1 : 0))
  out.byte(impact)
  if (hasMask) out.byte(mask)
}

/** The postings of a term, by rising `doc`: the same index in each is of the same posting. */
export interface Postings {
  docs: Uint32Array
  impacts: Uint8Array
  masks: Uint8Array
}

/**
 * Reads the `count` postings between two offsets. A loop over bytes into arrays of numbers,
 * which calls nothing: in a page that has just opened it runs uncompiled, over every paper
 * that holds a common word.
 */
export function readPostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
): Postings {
  const docs = new Uint32Array(count)
  const impacts = new Uint8Array(count)
  const masks = new Uint8Array(count)
  let doc = -1
  let at = start
  for (let i = 0; i < count && at < end; i++) {
    let byte = bytes[at++] as number
    let head = byte & 0x7f
    for (let shift = 7; byte >= 0x80 && at < end; shift += 7) {
      byte = bytes[at++] as number
      head |= (byte & 0x7f) << shift
    }
    doc += (head >>> 1) + 1
    docs[i] = doc
    impacts[i] = bytes[at++] as number
    masks[i] = head & 1 ? (bytes[at++] as number) : usualMask
  }
  return { docs, impacts, masks }
}
