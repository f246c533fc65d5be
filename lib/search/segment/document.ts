import type { Paper } from '../../model/paper.ts'
import { cleanTex } from '../text/clean-tex.ts'
import { tokenize } from '../text/tokenize.ts'
import { type Field, fieldBits } from './fields.ts'
import { type Bm25f, impactOf } from './impact.ts'

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

interface Seen {
  counts: Record<Field, number>
  mask: number
}

/** Every term of a paper with its impact. */
export function termsOfPaper(paper: Paper, parameters?: Bm25f): Map<string, TermInPaper> {
  const seen = new Map<string, Seen>()
  const lengths = { abs: 0, title: 0, author: 0, org: 0, tag: 0 }
  const texts = textOf(paper)
  for (const field of Object.keys(fieldBits) as Field[]) {
    const tokens = tokenize(texts[field])
    lengths[field] = tokens.length
    for (const { terms } of tokens) for (const term of terms) count(seen, term, field)
  }
  if (paper.repository) count(seen, codeTerm, 'abs')
  const terms = new Map<string, TermInPaper>()
  for (const [term, { counts, mask }] of seen) {
    if (mask === fieldBits.abs && everywhere.has(term)) continue
    terms.set(term, { impact: impactOf(counts, lengths, parameters), mask })
  }
  return terms
}

/** Stands for "has code": no word can be written so. */
export const codeTerm = '\u0001code'

function count(seen: Map<string, Seen>, term: string, field: Field): void {
  let entry = seen.get(term)
  if (!entry) {
    entry = { counts: { abs: 0, title: 0, author: 0, org: 0, tag: 0 }, mask: 0 }
    seen.set(term, entry)
  }
  entry.counts[field]++
  entry.mask |= fieldBits[field]
}
