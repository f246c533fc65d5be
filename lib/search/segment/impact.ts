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

export const bm25f: Bm25f = {
  k1: 1.2,
  weight: { abs: 1, title: 1.5, author: 1, org: 1, tag: 1 },
  b: { abs: 0.6, title: 0.4, author: 0.2, org: 0, tag: 0.2 },
  usualLength: { abs: 185, title: 10, author: 14, org: 3, tag: 10 },
}

/** Impacts are kept in one byte. */
export const highestImpact = 255

const fields = Object.keys(fieldBits) as Field[]

/** What one occurrence in each field of a paper counts, of fields with so many words. */
export function occurrenceWeights(
  lengths: Readonly<Record<Field, number>>,
  { weight, b, usualLength }: Bm25f = bm25f,
): Record<Field, number> {
  const weights = { ...weight }
  for (const field of fields) {
    weights[field] /= 1 - b[field] + (b[field] * lengths[field]) / usualLength[field]
  }
  return weights
}

/**
 * What a term adds to a paper's score before its rarity: BM25F's saturated frequency, 0 to 1,
 * in steps of 1/255 and never 0. `frequency` is the sum of its occurrences by their weights.
 */
export function impactOf(frequency: number, { k1 }: Bm25f = bm25f): number {
  return Math.max(1, Math.round((highestImpact * frequency) / (k1 + frequency)))
}

/** How much a term tells by being rare: `documents` in all, `holding` of them have it. */
export function rarity(documents: number, holding: number): number {
  // Papers taken out since are still counted among those that hold it.
  const count = Math.min(holding, documents)
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5))
}
