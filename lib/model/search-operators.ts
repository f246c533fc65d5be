import type { TextKey } from '../i18n.ts'

/** An operator of the query language, and what it is for. */
export interface SearchOperator {
  /** As it is typed; where it ends in a colon, a value follows. */
  name: string
  /** A value that may follow. */
  example?: string
  /** The name of the text that says it. */
  hint: Extract<TextKey, `operators.${string}`>
}

/** The words of the query language that stand before a colon. */
export const operators: readonly SearchOperator[] = [
  { name: 'title:', example: 'attention', hint: 'operators.title' },
  { name: 'author:', example: 'turing', hint: 'operators.author' },
  { name: 'abs:', example: 'sparse', hint: 'operators.abs' },
  { name: 'org:', example: 'university', hint: 'operators.org' },
  { name: 'tag:', example: 'agents', hint: 'operators.tag' },
  { name: 'note:', example: 'thesis', hint: 'operators.note' },
  { name: 'id:', example: '2608.13210', hint: 'operators.id' },
  { name: 'is:saved', hint: 'operators.saved' },
  { name: 'is:unread', hint: 'operators.unread' },
  { name: 'has:code', hint: 'operators.code' },
  { name: 'after:', example: '2025-03', hint: 'operators.after' },
  { name: 'before:', example: '2025-03', hint: 'operators.before' },
  { name: 'in:week', hint: 'operators.week' },
  { name: 'in:', example: '2025-W10', hint: 'operators.in' },
  { name: 'top:', example: '50', hint: 'operators.top' },
  { name: 'sort:new', hint: 'operators.new' },
  { name: 'sort:votes', hint: 'operators.votes' },
]

/** What needs no name: words, and what can be done with them. */
export const wordForms: readonly SearchOperator[] = [
  { name: '"', example: 'mixture of experts"', hint: 'operators.phrase' },
  { name: '-', example: 'survey', hint: 'operators.without' },
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
