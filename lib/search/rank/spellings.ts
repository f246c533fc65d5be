import type { MatchReason } from '../../model/hit.ts'
import { holdsWord, termsOf } from '../match-words.ts'
import { editDistance, editsAllowed } from '../query/edit-distance.ts'
import { mayStandIn, type WordGroup } from '../query/word-groups.ts'
import type { Field } from '../segment/fields.ts'
import { lettersOf } from '../text/fold.ts'
import { tokenize } from '../text/tokenize.ts'
import { partsOf } from './marks.ts'

/** A text, and the field that it is; a note is none. */
export interface FieldText {
  field?: Field
  text: string
}

interface HeldText extends FieldText {
  terms: ReadonlySet<string>
}

export function withTerms(texts: readonly FieldText[]): HeldText[] {
  return texts.map((each) => ({ ...each, terms: termsOf(each.text) }))
}

/** True when a word stands in one of the texts that it may stand in. */
export function isHeld(group: WordGroup, texts: readonly HeldText[]): boolean {
  return texts.some(({ field, terms }) => isIn(group, field) && holdsWord(terms, group))
}

function isIn(group: WordGroup, field: Field | undefined): boolean {
  return field ? mayStandIn(field, group) : group.fields === 0
}

/**
 * For each word that a paper's texts do not hold the nearest one that they hold: it was taken for a
 * mistake. What differs from it by no more than marks needs no word about it.
 */
export function findSpellings(
  texts: readonly FieldText[],
  groups: readonly WordGroup[],
): { spellings: MatchReason[]; corrected: WordGroup[] } {
  if (groups.length === 0) return { spellings: [], corrected: [] }
  const held = withTerms(texts)
  const spellings = new Set<string>()
  const corrected: WordGroup[] = []
  for (const group of groups) {
    if (isHeld(group, held)) continue
    for (const { field, text, terms } of held) {
      const term = isIn(group, field) ? nearest(group.word, terms) : undefined
      if (!term) continue
      corrected.push({ ...group, word: term, joined: [], spelling: '', stem: '', isPrefix: false })
      if (lettersOf(term) !== lettersOf(group.word)) spellings.add(asWritten(term, text))
      break
    }
  }
  const reasons = [...spellings].map((text) => ({
    place: 'spelling' as const,
    text: [{ text, isMarked: true }],
  }))
  return { spellings: reasons, corrected }
}

/** The term that is nearest to a word; undefined when none is near. */
function nearest(word: string, terms: Iterable<string>): string | undefined {
  const edits = editsAllowed(word)
  let best: string | undefined
  let least = edits + 1
  for (const term of terms) {
    const distance = editDistance(word, term, edits)
    if (distance >= least) continue
    best = term
    least = distance
  }
  return best
}

/** A term of a text as it stands there. */
function asWritten(term: string, text: string): string {
  const [found] = tokenize(text)
    .flatMap((token) => [...partsOf(token, text), token])
    .filter(({ terms }) => terms.includes(term))
  return found ? text.slice(found.start, found.end) : term
}
