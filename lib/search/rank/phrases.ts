import type { Paper } from '../../model/paper.ts'
import type { Clause } from '../query/parse-query.ts'
import { textOf } from '../segment/document.ts'
import { foldText } from '../text/fold.ts'

/** True when a paper's text holds every phrase of a query, and none that it excludes. */
export function holdsPhrases(paper: Paper, clauses: readonly Clause[]): boolean {
  const texts = textOf(paper)
  return clauses.every(({ text, field, isPhrase, isExcluded }) => {
    if (!isPhrase) return true
    const searched = field ? [texts[field]] : Object.values(texts)
    return searched.some((each) => plain(each).includes(plain(text))) !== isExcluded
  })
}

/** Folded words with one space between, and one at each end. */
function plain(text: string): string {
  return ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}
