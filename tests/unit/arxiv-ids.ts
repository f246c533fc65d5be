import fc from 'fast-check'
import { oldArchives } from '../../lib/model/arxiv-id.ts'

/** Ids as arXiv has given them since April 2007. */
const newIds = fc
  .tuple(fc.integer({ min: 704, max: 9999 }), fc.nat({ max: 99_999 }), fc.constantFrom(4, 5))
  .map(([month, number, digits]) => {
    const tail = String(number % 10 ** digits).padStart(digits, '0')
    return `${String(month).padStart(4, '0')}.${tail}`
  })

/** Those of before, from July 1991 on. */
const oldIds = fc
  .tuple(
    fc.constantFrom(...oldArchives),
    fc.integer({ min: 1991 * 12 + 6, max: 2007 * 12 + 2 }),
    fc.nat({ max: 999 }),
  )
  .map(([archive, months, number]) => {
    const [year, month] = [Math.floor(months / 12) % 100, (months % 12) + 1]
    const yymm = [year, month].map((part) => String(part).padStart(2, '0')).join('')
    return `${archive}/${yymm}${String(number).padStart(3, '0')}`
  })

export const arxivIds = fc.oneof(newIds, oldIds)
