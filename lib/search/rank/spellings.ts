import type { MatchReason } from '../../model/hit.ts'
import { holdsWord, termsOf } from '../match-words.ts'
import { editDistance } from '../query/edit-distance.ts'
import { mayStandIn, type WordGroup } from '../query/word-groups.ts'
import type { Field } from '../segment/fields.ts'
import { plainText } from '../text/fold.ts'
import { tokenize } from '../text/tokenize.ts'
import { partsOf } from './marks.ts'

/** A text, and the field that it is; a note is none. */
export interface FieldText {
  field?: Field
  text: string
}

/** True when a word may stand in a text of a field, or in a note. */
export function isIn(group: WordGroup, field: Field | undefined): boolean {
  return field ? mayStandIn(field, group) : group.fields === 0
}

/**
 * The words, and for each that a paper's texts do not hold the nearest one that they hold: it was
 * taken for a mistake. What differs from it by no more than marks needs no word about it.
 */
export function withSpellings(
  texts: readonly FieldText[],
  groups: readonly WordGroup[],
): { spellings: MatchReason[]; all: WordGroup[] } {
  const held = texts.map(({ field, text }) => ({ field, text, terms: termsOf(text) }))
  const spellings = new Set<string>()
  const all = [...groups]
  for (const group of groups) {
    const searched = held.filter(({ field }) => isIn(group, field))
    if (searched.some(({ terms }) => holdsWord(terms, group))) continue
    const found = searched.map(({ text }) => closest(group, text)).find((each) => each)
    if (!found) continue
    all.push({ ...group, word: found.term, joined: [], stem: '', isPrefix: false })
    if (lettersOf(found.term) !== lettersOf(group.word)) spellings.add(found.spelling)
  }
  const reasons = [...spellings].map((text) => ({
    place: 'spelling' as const,
    text: [{ text, isMarked: true }],
  }))
  return { spellings: reasons, all }
}

const lettersOf = (term: string): string => plainText(term).replaceAll(' ', '')

/** The word of a text that is nearest to one of the query; undefined when none is near. */
function closest(
  { word }: WordGroup,
  text: string,
): { spelling: string; term: string; distance: number } | undefined {
  const edits = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
  let best: { spelling: string; term: string; distance: number } | undefined
  const tokens = tokenize(text).flatMap((token) => [...partsOf(token, text), token])
  for (const { terms, start, end } of tokens) {
    for (const term of terms) {
      const distance = editDistance(word, term, edits)
      if (distance > edits || (best && best.distance <= distance)) continue
      best = { spelling: text.slice(start, end), term, distance }
    }
  }
  return best
}
