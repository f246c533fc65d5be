import type { Paper } from '../model/paper.ts'
import type { Clause } from './query/parse-query.ts'
import {
  isFormOf,
  isTelling,
  mayStandIn,
  toWordGroups,
  type WordGroup,
} from './query/word-groups.ts'
import { textOf } from './segment/document.ts'
import { type Field, fieldBits } from './segment/fields.ts'
import { eachTerm } from './text/tokenize.ts'

const fields = Object.keys(fieldBits) as Field[]

/** The terms of each field, worked out once for a record. */
const known = new WeakMap<Paper, Record<Field, Set<string>>>()

/** All terms of a text. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  eachTerm(text, (term) => terms.add(term))
  return terms
}

/** True when a word of a query, or another spelling that counts for it, is among some terms. */
export function holdsWord(terms: ReadonlySet<string>, group: WordGroup): boolean {
  const { word, spelling, joined, stem, isPrefix } = group
  if (terms.has(word) || terms.has(spelling) || joined.some((each) => terms.has(each))) return true
  return (isPrefix || stem !== '') && [...terms].some((term) => isFormOf(term, group))
}

/**
 * The papers that hold every word of some clauses, and none that is excluded, as the index would
 * find them but for misspellings; first those that hold them all in the title, of equals the newer.
 */
export function matchWords(papers: readonly Paper[], clauses: readonly Clause[]): Paper[] {
  const groups = toWordGroups(clauses)
  const wanted = groups.filter(({ isExcluded }) => !isExcluded)
  const telling = wanted.filter(isTelling)
  const deciding = telling.length > 0 ? telling : wanted
  const excluded = groups.filter(({ isExcluded }) => isExcluded)
  return papers
    .filter((paper) => {
      const terms = termsByField(paper)
      const holds = (group: WordGroup) =>
        fields.some((field) => mayStandIn(field, group) && holdsWord(terms[field], group))
      return deciding.every(holds) && !excluded.some(holds)
    })
    .map((paper) => ({ paper, isTitled: isTitled(paper, deciding) }))
    .sort((a, b) => {
      if (a.isTitled !== b.isTitled) return a.isTitled ? -1 : 1
      return b.paper.publishedAt - a.paper.publishedAt
    })
    .map(({ paper }) => paper)
}

/** A test that is true of papers whose titles hold every word of some clauses. */
export function titleTest(clauses: readonly Clause[]): (paper: Paper) => boolean {
  const wanted = toWordGroups(clauses).filter(isTelling)
  return (paper) => isTitled(paper, wanted)
}

function isTitled(paper: Paper, wanted: readonly WordGroup[]): boolean {
  const { title } = termsByField(paper)
  return wanted.every((group) => holdsWord(title, group))
}

function termsByField(paper: Paper): Record<Field, Set<string>> {
  const terms = known.get(paper) ?? readTerms(paper)
  known.set(paper, terms)
  return terms
}

function readTerms(paper: Paper): Record<Field, Set<string>> {
  const texts = textOf(paper)
  const pairs = fields.map((field) => [field, termsOf(texts[field])] as const)
  return Object.fromEntries(pairs) as Record<Field, Set<string>>
}
