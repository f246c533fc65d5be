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

/**
 * Calls back for the postings between two offsets, in order. A loop over bytes rather than a
 * generator: it runs over every paper that holds a common word, at every keystroke.
 */
export function eachPosting(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (doc: number, impact: number, mask: number) => void,
): void {
  let doc = -1
  let at = start
  while (at < end) {
    let byte = bytes[at++] as number
    let head = byte & 0x7f
    for (let shift = 7; byte >= 0x80 && at < end; shift += 7) {
      byte = bytes[at++] as number
      head |= (byte & 0x7f) << shift
    }
    doc += (head >>> 1) + 1
    const impact = bytes[at++] as number
    visit(doc, impact, head & 1 ? (bytes[at++] as number) : usualMask)
  }
}
