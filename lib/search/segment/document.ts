import type { Paper } from '../../model/paper.ts'
import { cleanTex } from '../text/clean-tex.ts'
import { eachTerm } from '../text/tokenize.ts'
import { type Field, fieldBits } from './fields.ts'
import { type Bm25f, occurrenceWeights } from './impact.ts'

/** Terms that nearly every abstract holds are only kept where they stand elsewhere. */
const everywhere = new Set(
  'a about all also an and are as at be been between both but by can for from has have how in into is it its more most not of on or our over such than that the their these they this to under using via was we were when where which while with within without'.split(
    ' ',
  ),
)

export function isEverywhere(term: string): boolean {
  return everywhere.has(term)
}

/** The text of a paper, field by field, as it is searched. */
export function textOf(paper: Paper): Record<Field, string> {
  return {
    title: cleanTex(paper.title),
    author: paper.authors.join(' , '),
    abs: cleanTex(paper.tldr ? `${paper.tldr} ${paper.abstract}` : paper.abstract),
    org: paper.organization ? `${paper.organization.fullName} ${paper.organization.name}` : '',
    tag: paper.keywords.join(' , '),
  }
}

/**
 * Calls back for every occurrence of a term in a paper that is kept, with what it weighs there and
 * the bit of its field.
 */
export function eachOccurrence(
  paper: Paper,
  visit: (term: string, weight: number, bit: number) => void,
  parameters?: Bm25f,
): void {
  const texts = textOf(paper)
  const terms = {} as Record<Field, string[]>
  const lengths = {} as Record<Field, number>
  for (const field of fields) {
    const list: string[] = []
    lengths[field] = eachTerm(texts[field], (term) => list.push(term))
    terms[field] = list
  }
  const weights = occurrenceWeights(lengths, parameters)
  const { abs, ...others } = terms
  const elsewhere = new Set(Object.values(others).flat())
  terms.abs = abs.filter((term) => !everywhere.has(term) || elsewhere.has(term))
  for (const field of fields) {
    const [weight, bit] = [weights[field], fieldBits[field]]
    for (const term of terms[field]) visit(term, weight, bit)
  }
  if (paper.repository) visit(codeTerm, weights.abs, fieldBits.abs)
}

const fields = Object.keys(fieldBits) as Field[]

/** Stands for "has code": no word can be written so. */
export const codeTerm = '\u0001code'
