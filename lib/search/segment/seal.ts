import type { ByteWriter } from './bytes.ts'
import { checksum } from './checksum.ts'

export const checksumBytes = 4

/** Bytes that were cut short or overwritten, or are not there at all. */
export class CorruptIndexError extends Error {
  override name = 'CorruptIndexError'
}

/** Merged away between two reads, or lost: either way the answer must be sought once more. */
export function missing(): never {
  throw new CorruptIndexError('A part of the search index is missing.')
}

/** What was written, in memory of its own, with a checksum at its end. */
export function sealed(out: ByteWriter): Uint8Array<ArrayBuffer> {
  const sum = checksum(out.view())
  for (let i = 0; i < checksumBytes; i++) out.byte((sum >>> (8 * i)) & 0xff)
  return out.take()
}

/**
 * Where the checksum of sealed bytes begins. Throws {@link CorruptIndexError} when they are
 * not what was written.
 */
export function unsealed(bytes: Uint8Array): number {
  const end = bytes.length - checksumBytes
  if (end < 0 || storedChecksum(bytes, end) !== checksum(bytes.subarray(0, end))) {
    throw new CorruptIndexError('A block of the search index is damaged.')
  }
  return end
}

function storedChecksum(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, checksumBytes).getUint32(0, true)
}
