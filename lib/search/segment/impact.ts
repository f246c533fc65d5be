import { type Field, fieldBits } from './fields.ts'

/**
 * The parameters of BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
 * weighted fields", CIKM 2004), tried on known papers by three keywords and by summary.
 */
export interface Bm25f {
  /** How soon more of the same word stops to count. */
  k1: number
  weight: Record<Field, number>
  /** How much a long field counts against itself, 0 to 1. */
  b: Record<Field, number>
  /**
   * The usual length of each field, in words. Fixed rather than averaged, so that a segment
   * never has to be worked out anew because another came.
   */
  usualLength: Record<Field, number>
}

const bm25f: Bm25f = {
  k1: 1.2,
  weight: { abs: 1, title: 1.5, author: 1, org: 1, tag: 1 },
  b: { abs: 0.6, title: 0.4, author: 0.2, org: 0, tag: 0.2 },
  usualLength: { abs: 185, title: 10, author: 14, org: 3, tag: 10 },
}

/** Impacts are kept in one byte. */
export const highestImpact = 255

const fields = Object.keys(fieldBits) as Field[]

/**
 * What a term adds to a paper's score before its rarity: BM25F's saturated, length-corrected
 * frequency, 0 to 1, in steps of 1/255 and never 0.
 */
export function impactOf(
  counts: Readonly<Record<Field, number>>,
  lengths: Readonly<Record<Field, number>>,
  parameters: Bm25f = bm25f,
): number {
  let frequency = 0
  for (const field of fields) {
    const count = counts[field]
    if (count === 0) continue
    const b = parameters.b[field]
    const length = 1 - b + (b * lengths[field]) / parameters.usualLength[field]
    frequency += (parameters.weight[field] * count) / length
  }
  return Math.max(1, Math.round((highestImpact * frequency) / (parameters.k1 + frequency)))
}

/** How much a term tells by being rare: `documents` in all, `holding` of them have it. */
export function rarity(documents: number, holding: number): number {
  // Papers taken out since are still counted among those that hold it.
  const count = Math.min(holding, documents)
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5))
}
