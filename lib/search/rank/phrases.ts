import type { Paper } from '../../model/paper.ts'
import type { Clause } from '../query/parse-query.ts'
import { textOf } from '../segment/document.ts'
import { plainText } from '../text/fold.ts'

/** True when a paper's text holds every phrase of a query, and none that it excludes. */
export function holdsPhrases(paper: Paper, clauses: readonly Clause[]): boolean {
  const texts = textOf(paper)
  return clauses.every(({ text, field, isPhrase, isExcluded }) => {
    if (!isPhrase) return true
    const searched = field ? [texts[field]] : Object.values(texts)
    return searched.some((each) => plainText(each).includes(plainText(text))) !== isExcluded
  })
}
