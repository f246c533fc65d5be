import { isEverywhere } from '../segment/document.ts'
import { type Field, fieldBits } from '../segment/fields.ts'
import { foldText } from '../text/fold.ts'
import { otherSpelling } from '../text/other-spelling.ts'
import { stem } from '../text/stem.ts'
import { tokenize } from '../text/tokenize.ts'
import { type Part, partsOfQuery } from './asides.ts'
import type { Clause } from './parse-query.ts'

/**
 * One word that a paper must hold (or must not), and the other spellings that count for it.
 */
export interface WordGroup {
  word: string
  /** The word joined with its neighbour: `few shot` is also `fewshot`, `llama cpp` is `llama.cpp`. */
  joined: string[]
  /** The word as it is spelt elsewhere: `behaviour` is also `behavior`; '' where it is not. */
  spelling: string
  /** The stem whose other forms count a little less; '' where only the word itself does. */
  stem: string
  /** Words that it may have been meant for, where it was looked for. */
  corrections?: readonly string[]
  /** Bits of the fields it may stand in; 0 for any. */
  fields: number
  isExcluded: boolean
  isPrefix: boolean
  /** A word so common, or so little to the point, that it must not decide whether a paper is found. */
  isCommon: boolean
  /** A number that is part of the name before it, and no further word: of `llama-3`, or `llama3`. */
  isVersion: boolean
}

/** The words of the clauses, in order. */
export function toWordGroups(clauses: readonly Clause[]): WordGroup[] {
  const parts = partsOfQuery(clauses)
  return clauses
    .flatMap((clause, i) => groupsOf(clause, parts[i] as Part))
    .map((group, i, all) => joinNeighbours(group, all[i - 1], all[i + 1]))
    .filter((group, i) => i === 0 || !isFirstLetter(group))
}

/** Words that begin with fewer letters are too many to be forms of one. */
export const shortestStem = 3

/** True when a term is a word of the query, another form of it, or begins with one being typed. */
export function isFormOf(term: string, group: WordGroup): boolean {
  const { word, spelling, stem: wanted, isPrefix } = group
  return (
    term === word ||
    (spelling !== '' && term === spelling) ||
    (isPrefix && term.startsWith(word)) ||
    (wanted.length >= shortestStem && term.startsWith(wanted) && stem(term) === wanted)
  )
}

/** True of the words that are looked for and tell papers apart. */
export function isTelling({ isExcluded, isCommon }: WordGroup): boolean {
  return !isExcluded && !isCommon
}

/** True of the words that may stand in a field. */
export function mayStandIn(field: Field, { fields }: WordGroup): boolean {
  return fields === 0 || (fields & fieldBits[field]) !== 0
}

function groupsOf(clause: Clause, part: Part): WordGroup[] {
  if (part === 'nothing') return []
  const tokens = tokenize(clause.text)
  // A phrase is excluded by the text alone: its words may well stand apart.
  if (clause.isExcluded && tokens.length > 1) return []
  const fields = clause.field ? fieldBits[clause.field] : 0
  return tokens.flatMap((token, i) => {
    const [whole = '', ...parts] = token.terms
    const pieces = piecesOf(clause.text.slice(token.start, token.end), parts)
    const isLast = i === tokens.length - 1
    const wholes = [whole, otherSpelling(whole)].filter(Boolean)
    return (pieces.length > 1 && !clause.isExcluded ? pieces : [whole]).map((word, j, words) => ({
      word,
      joined: words.length > 1 ? wholes : [],
      spelling: clause.isPhrase || isVersion(word, j) ? '' : otherSpelling(word),
      stem: clause.isPhrase ? '' : stem(word),
      fields,
      isExcluded: clause.isExcluded,
      isPrefix: clause.isPrefix && isLast && j === words.length - 1,
      isCommon: isEverywhere(word) || part === 'aside',
      isVersion: isVersion(word, j),
    }))
  })
}

function isVersion(piece: string, place: number): boolean {
  return place > 0 && /^\d/.test(piece)
}

/** The first letter of a next word: nothing is known of that yet. */
function isFirstLetter({ word, isPrefix }: WordGroup): boolean {
  return isPrefix && /^[a-z]$/.test(word)
}

/** Where a model's name ends and its version begins, which many write apart: `llama3`, `gpt4o`. */
const beforeVersion = /(?<=^\p{L}{2,})(?=\p{N})/u

/** The parts that hyphens make, and versions; those of CamelCase are found through the whole. */
function piecesOf(text: string, parts: readonly string[]): string[] {
  const pieces = text
    .split(/[-‐‑_]+/)
    .filter(Boolean)
    .flatMap((piece) => piece.split(beforeVersion))
  return pieces.length > 1 && parts.length > 0 ? pieces.map(foldText) : []
}

function joinNeighbours(
  group: WordGroup,
  before: WordGroup | undefined,
  after: WordGroup | undefined,
): WordGroup {
  const joined = new Set(group.joined)
  const pairs = [
    [before, group],
    [group, after],
  ] as const
  for (const [a, b] of pairs) {
    if (!a || !b || !mayBeOne(a, b)) continue
    joined.add(a.word + b.word)
    // The name of a program or of a site.
    if (/^[a-z]{2,4}$/.test(b.word)) joined.add(`${a.word}.${b.word}`)
  }
  return { ...group, joined: [...joined] }
}

/** Words that are written as one as often as two have a short part or a number: `pre training`. */
function mayBeOne(a: WordGroup, b: WordGroup): boolean {
  const isShort = Math.min(a.word.length, b.word.length) <= 5 || /\d/.test(b.word)
  return isShort && !a.isCommon && !b.isCommon && a.isExcluded === b.isExcluded
}
