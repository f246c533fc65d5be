import type { Paper } from '../../model/paper.ts'
import type { Clause } from '../query/parse-query.ts'
import { textOf } from '../segment/document.ts'
import { keyOfPaper, type PaperKey } from '../segment/packed-id.ts'
import { plainText } from '../text/fold.ts'
import { isCjk, tokenize } from '../text/tokenize.ts'

/**
 * True of what only the text of a paper tells: words that must, or must not, follow one another.
 * Pairs of characters, which the index holds of Chinese, are words here.
 */
export function isSequence({ isPhrase, isExcluded, text }: Clause): boolean {
  return (isPhrase || isExcluded) && tokenize(text).length > 1
}

/**
 * True when a paper's text holds every phrase of a query, and none that it excludes. `own` are
 * the papers, by packed id, of which what the reader wrote holds a phrase.
 */
export function holdsPhrases(
  paper: Paper,
  clauses: readonly Clause[],
  own?: ReadonlyMap<Clause, ReadonlySet<PaperKey>>,
): boolean {
  const texts = textOf(paper)
  return clauses.every((clause) => {
    if (!isSequence(clause)) return true
    const { field, isExcluded } = clause
    const phrase = phraseOf(clause)
    const searched = field ? [texts[field]] : Object.values(texts)
    const holds =
      searched.some((each) => plainText(each).includes(phrase)) ||
      own?.get(clause)?.has(keyOfPaper(paper.id)) === true
    return holds !== isExcluded
  })
}

/** A phrase as it is looked for in plain text. */
export function phraseOf({ text, isPrefix }: Clause): string {
  const whole = openEnds(plainText(text))
  return isPrefix ? whole.trimEnd() : whole
}

/** Where a phrase begins or ends in a script without spaces, others may stand beside it. */
function openEnds(phrase: string): string {
  return phrase
    .replace(/^ (?=(.))/u, (space, next: string) => (isCjk(next) ? '' : space))
    .replace(/(.) $/u, (end, before: string) => (isCjk(before) ? before : end))
}
