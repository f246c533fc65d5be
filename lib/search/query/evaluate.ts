import type { SegmentHead } from '../../model/search-index.ts'
import type { IndexReader } from '../index-reader.ts'
import { correct, correctionsOf, fewPapers } from './correct.ts'
import { type Alternative, countPapers, expand, type Factors, factors, lookUp } from './expand.ts'
import { type Matches, match } from './match.ts'
import { type Allows, inItsFields, type TermsInFields, type Word } from './question.ts'
import type { WordGroup } from './word-groups.ts'

/** Groups are counted in a byte. */
const groupsAtMost = 64

/**
 * Where so few papers hold all the words, another one may have been mistyped into a word that
 * there is: one that not more than this share of the papers hold. Of a long text, none; nor a
 * word alone, which nothing speaks against.
 */
const fewMatches = 30
const suspectShare = 0.01
const suspectsAtMost = 12

/** The words of a query as the index knows them. */
export interface Words {
  wanted: Word[]
  excluded: TermsInFields[]
  /** Of each, one must be there in any case; they score nothing. */
  required: TermsInFields[]
}

/** Looks up the words of a query, and `requiredTerms`; `own` gives further terms for a word. */
export async function lookUpWords(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  groups: readonly WordGroup[],
  requiredTerms: readonly string[],
  own?: (group: WordGroup) => Promise<Alternative[]>,
  weights: Factors = factors,
): Promise<Words> {
  const inIndex = async (group: WordGroup) => {
    const { terms, isOpen } = await expand(reader, heads, group, weights)
    const exact = [...terms].flatMap(([term, factor]) => (isExact(factor, weights) ? [term] : []))
    // What may be mistyped is looked for while the postings are read.
    const mayBeMistyped = async () =>
      !group.isExcluded && (await countPapers(reader, heads, exact)) < fewPapers
    const [known, corrections] = await Promise.all([
      lookUp(reader, heads, terms),
      mayBeMistyped().then((mayBe) => (mayBe ? correctionsOf(reader, heads, group) : undefined)),
    ])
    return { known, corrections, isOpen }
  }
  const toWords = (some: readonly WordGroup[]): Promise<Word[]> =>
    Promise.all(
      some.map(async (group) => {
        const [indexed, more] = await Promise.all([inIndex(group), own?.(group) ?? []])
        const { known, corrections, isOpen } = indexed
        return { group, alternatives: [...known, ...more], corrections, isOpen }
      }),
    )
  const [wanted, excluded, required] = await Promise.all([
    toWords(groups.filter((group) => !group.isExcluded).slice(0, groupsAtMost)),
    toWords(groups.filter((group) => group.isExcluded)),
    Promise.all(
      requiredTerms.map(async (term) => {
        const alternatives = await lookUp(reader, heads, new Map([[term, 1]]))
        return { alternatives, fields: 0 }
      }),
    ),
  ])
  return { wanted, excluded: excluded.map(inItsFields), required }
}

/**
 * The papers that hold every word of the query, scored by BM25F; where there are none, or few
 * for a long query whose best come first (`isRanked`), also those that hold most of them.
 */
export async function evaluate(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { wanted: words, excluded, required }: Words,
  isRanked: boolean,
  allows?: Allows,
  weights: Factors = factors,
): Promise<Matches> {
  const documents = heads.reduce((sum, head) => sum + head.docCount - head.removed.length, 0)
  const question = { heads, documents, excluded, required, allows, isRanked, weights }
  const correctThose = (suspects: readonly Word[]) =>
    Promise.all(
      suspects.map(async (word) => {
        word.alternatives = await correct(reader, heads, word, weights)
      }),
    )
  const unknown = words.filter(
    (word) => papersOf(word, ({ factor }) => isExact(factor, weights)) < fewPapers,
  )
  if (unknown.length > 0) await correctThose(unknown)
  const matches = match(question, words)
  const isAnswered = !matches.isRelaxed && matches.total >= fewMatches
  if (isAnswered || words.length < 2 || words.length > suspectsAtMost) return matches
  const suspects = words.filter(
    (word) =>
      !unknown.includes(word) && !word.group.isCommon && papersOf(word) <= suspectShare * documents,
  )
  if (suspects.length === 0) return matches
  await correctThose(suspects)
  return match(question, words)
}

/** Another form of a word does not tell that it was not mistyped. */
function isExact(factor: number, weights: Factors): boolean {
  return factor > weights.sameStem
}

/** How many papers hold what counts for a word, of some kind or of any. */
function papersOf(
  { alternatives }: Word,
  isCounted: (alternative: Alternative) => boolean = () => true,
): number {
  return alternatives.filter(isCounted).reduce((sum, { holding }) => sum + holding, 0)
}
