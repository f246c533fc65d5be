import type { RisingNumbers } from '../../model/search-index.ts'
import { ByteWriter } from './bytes.ts'
import { lastNotAfter } from './segment.ts'

/** Numbers in a group: to read one of them, the gaps before it in its group are added up. */
const groupLength = 64

/** Packs up to 16,384 whole numbers below 2³², each greater than the one before. */
export function packRising(numbers: Uint32Array): RisingNumbers {
  const groupCount = Math.ceil(numbers.length / groupLength)
  const firsts = new Uint32Array(groupCount)
  const starts = new Uint16Array(groupCount)
  const gaps = new ByteWriter(numbers.length * 2)
  for (const [i, number] of numbers.entries()) {
    if (i % groupLength > 0) gaps.varint(number - (numbers[i - 1] as number))
    else {
      firsts[i / groupLength] = number
      starts[i / groupLength] = gaps.length
    }
  }
  return { length: numbers.length, firsts, starts, gaps: gaps.take() }
}

/** The numbers from one on, as many as there are or `count`. */
export function unpackRising(packed: RisingNumbers, from = 0, count = packed.length): Uint32Array {
  const { firsts, starts, gaps, length } = packed
  const numbers = new Uint32Array(Math.max(0, Math.min(count, length - from)))
  let group = Math.floor(from / groupLength)
  let i = group * groupLength
  let at = starts[group] ?? 0
  let number = 0
  // A loop that calls nothing, since a page that has just opened runs it uncompiled.
  for (; i < from + numbers.length; i++) {
    if (i % groupLength === 0) number = firsts[group++] as number
    else {
      let byte = gaps[at++] as number
      let gap = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = gaps[at++] as number
        gap |= (byte & 0x7f) << shift
      }
      number += gap >>> 0
    }
    if (i >= from) numbers[i - from] = number
  }
  return numbers
}

/** The place of a number, or -1. */
export function placeOf(packed: RisingNumbers, wanted: number): number {
  const group = lastNotAfter(packed.firsts, wanted)
  if (group < 0) return -1
  const from = group * groupLength
  const place = unpackRising(packed, from, groupLength).indexOf(wanted)
  return place < 0 ? -1 : from + place
}
