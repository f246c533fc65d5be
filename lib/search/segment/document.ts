import type { Paper } from '../../model/paper.ts'
import { cleanTex } from '../text/clean-tex.ts'
import { eachTerm } from '../text/tokenize.ts'
import { type Field, fieldBits } from './fields.ts'
import { type Bm25f, impactOf, occurrenceWeights } from './impact.ts'

/** What the index keeps of one term in one paper. */
export interface TermInPaper {
  impact: number
  mask: number
}

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

/** Every term of a paper with its impact. */
export function termsOfPaper(paper: Paper, parameters?: Bm25f): Map<string, TermInPaper> {
  const texts = textOf(paper)
  const terms = {} as Record<Field, string[]>
  const lengths = {} as Record<Field, number>
  for (const field of fields) {
    const list: string[] = []
    lengths[field] = eachTerm(texts[field], (term) => list.push(term))
    terms[field] = list
  }
  const weights = occurrenceWeights(lengths, parameters)
  // Until the last loop, an entry's impact is the frequency that it is worked out from.
  const seen = new Map<string, TermInPaper>()
  for (const field of fields) {
    for (const term of terms[field]) count(seen, term, weights[field], fieldBits[field])
  }
  if (paper.repository) count(seen, codeTerm, weights.abs, fieldBits.abs)
  for (const [term, entry] of seen) {
    if (entry.mask === fieldBits.abs && everywhere.has(term)) seen.delete(term)
    else entry.impact = impactOf(entry.impact, parameters)
  }
  return seen
}

const fields = Object.keys(fieldBits) as Field[]

/** Stands for "has code": no word can be written so. */
export const codeTerm = '\u0001code'

function count(seen: Map<string, TermInPaper>, term: string, weight: number, bit: number): void {
  const entry = seen.get(term)
  if (!entry) {
    seen.set(term, { impact: weight, mask: bit })
    return
  }
  entry.impact += weight
  entry.mask |= bit
}
