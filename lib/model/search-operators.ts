/** An operator of the query language, and what it is for. */
export interface SearchOperator {
  /** As it is typed; where it ends in a colon, a value follows. */
  name: string
  /** A value that may follow. */
  example?: string
  hint: string
}

/** The words of the query language that stand before a colon. */
export const operators: readonly SearchOperator[] = [
  { name: 'title:', example: 'attention', hint: 'a word of the title' },
  { name: 'author:', example: 'turing', hint: 'an author' },
  { name: 'abs:', example: 'sparse', hint: 'a word of the abstract' },
  { name: 'org:', example: 'university', hint: 'an organisation' },
  { name: 'tag:', example: 'agents', hint: 'a keyword, or a tag of yours' },
  { name: 'note:', example: 'thesis', hint: 'a word of your notes' },
  { name: 'id:', example: '2608.13210', hint: 'an arXiv id' },
  { name: 'is:saved', hint: 'only what you saved' },
  { name: 'is:unread', hint: 'only what you have not opened' },
  { name: 'has:code', hint: 'only papers with a repository' },
  { name: 'after:', example: '2025-03', hint: 'published from then on' },
  { name: 'before:', example: '2025-03', hint: 'published before that' },
  { name: 'in:week', hint: 'published this week' },
  { name: 'in:', example: '2025-W10', hint: 'in a week, a month or a year' },
  { name: 'top:', example: '50', hint: 'with at least so many upvotes' },
  { name: 'sort:new', hint: 'newest first' },
  { name: 'sort:votes', hint: 'most upvotes first' },
]

/** What needs no name: words, and what can be done with them. */
export const wordForms: readonly SearchOperator[] = [
  { name: '"', example: 'mixture of experts"', hint: 'these words, one after the other' },
  { name: '-', example: 'survey', hint: 'without this word' },
]

/** The part of a text that may be the beginning of an operator. */
export interface OperatorStart {
  /** Where it begins and ends in the text, its minus left out. */
  start: number
  end: number
  /** The operators that begin so. */
  operators: SearchOperator[]
}

const shortestStart = 2
// Words of everyday English that begin an operator, or are one but for its colon.
const everyday = /^(to|or|be|so|is|in|id|has|top|after|before)$/i

/** The operators of which one may be typed just before the caret; undefined for none. */
export function operatorsAt(text: string, caret: number): OperatorStart | undefined {
  const typed = /(?:^|\s)-?([a-z]+:?[a-z]*)$/i.exec(text.slice(0, caret))?.[1] ?? ''
  // In the middle of a word nothing is begun; in quotes it is text.
  const isInside =
    /^[^\s]/.test(text.slice(caret)) || text.slice(0, caret).split('"').length % 2 === 0
  if (isInside || typed.length < shortestStart || everyday.test(typed)) return undefined
  const beginning = typed.toLowerCase()
  const matching = operators.filter(({ name }) => name.startsWith(beginning))
  const isWhole =
    matching.length === 1 && matching[0]?.name === beginning && !beginning.endsWith(':')
  if (matching.length === 0 || isWhole) return undefined
  return { start: caret - typed.length, end: caret, operators: matching }
}
