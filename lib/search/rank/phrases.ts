import type { Paper } from '../../model/paper.ts'
import type { Clause } from '../query/parse-query.ts'
import { textOf } from '../segment/document.ts'
import { plainText } from '../text/fold.ts'
import { isCjk, tokenize } from '../text/tokenize.ts'

/**
 * True of what only the text of a paper tells: words that must, or must not, follow one another.
 * Pairs of characters, which the index holds of Chinese, are words here.
 */
export function isSequence({ isPhrase, isExcluded, text }: Clause): boolean {
  return (isPhrase || isExcluded) && tokenize(text).length > 1
}

/** True when a paper's text holds every phrase of a query, and none that it excludes. */
export function holdsPhrases(paper: Paper, clauses: readonly Clause[]): boolean {
  const texts = textOf(paper)
  return clauses.every((clause) => {
    if (!isSequence(clause)) return true
    const { text, field, isExcluded, isPrefix } = clause
    const whole = openEnds(plainText(text))
    const phrase = isPrefix ? whole.trimEnd() : whole
    const searched = field ? [texts[field]] : Object.values(texts)
    return searched.some((each) => plainText(each).includes(phrase)) !== isExcluded
  })
}

/** Where a phrase begins or ends in a script without spaces, others may stand beside it. */
function openEnds(phrase: string): string {
  return phrase
    .replace(/^ (?=(.))/u, (space, next: string) => (isCjk(next) ? '' : space))
    .replace(/(.) $/u, (end, before: string) => (isCjk(before) ? before : end))
}
