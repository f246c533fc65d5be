import { addDays, isDay } from '../../model/feed-date.ts'
import { siteIdIn } from '../../model/paper-address.ts'
import { daysOfMonth, daysOfWeek, isWeek, weekOf } from '../../model/period.ts'
import { arxivIdIn } from '../../model/read-arxiv-id.ts'
import type { Field } from '../segment/fields.ts'
import { cleanTex } from '../text/clean-tex.ts'

/** A word or a phrase that must be there, or must not. */
export interface Clause {
  text: string
  isPhrase: boolean
  /** Only in this field. */
  field?: Field
  isExcluded: boolean
  /** The reader may still be typing it. */
  isPrefix: boolean
}

export type SortOrder = 'relevance' | 'new' | 'votes'

/** What papers must be besides holding the words. Dates are days, from and until, inclusive. */
export interface Filters {
  isSaved?: boolean
  isUnread?: boolean
  hasCode?: boolean
  from?: string
  until?: string
  leastVotes?: number
  id?: string
  /** Texts that the reader's note must hold, or must not. */
  notes?: { text: string; isExcluded: boolean }[]
}

export interface Query {
  clauses: Clause[]
  filters: Filters
  sort: SortOrder
}

const fieldNames: Record<string, Field> = {
  title: 'title',
  author: 'author',
  abs: 'abs',
  org: 'org',
  tag: 'tag',
}

// An optional minus, an optional name with a colon (of a field, a space may follow), then a
// quoted text or a run of characters.
const part =
  /(-?)(?:(title|author|abs|org|tag|note|id):(?: +(?=["\p{L}\p{N}]))?|([a-z]+):)?(?:"([^"]*)("|$)|(\S+))/giu

const isFieldAlone = /^-?(?:title|author|abs|org|tag|note|id):["\s]*$/i

/**
 * Reads what someone typed. It never throws: what is no operator is a word, a quote that is
 * not closed ends at the end. `today` (`YYYY-MM-DD`) is what `in:week` is about.
 */
export function parseQuery(text: string, today: string): Query {
  const query: Query = { clauses: [], filters: {}, sort: 'relevance' }
  // Pasted text has quotes as typesetters set them.
  const typed = text.slice(0, longestQuery).replace(/[“”„‟]/g, '"')
  for (const match of typed.matchAll(part)) {
    const [whole, minus, field, otherName, quoted, closing, bare] = match
    const name = field ?? otherName
    const value = quoted ?? bare ?? ''
    const rest = typed.slice(match.index + whole.length)
    const isLast = rest === ''
    const isPhrase = quoted !== undefined
    const lower = name?.toLowerCase()
    const isNegated = minus === '-'
    if (isLast && !isPhrase && isBegunOperator(whole)) continue
    if (isFieldAlone.test(whole) && rest.trim() === '') continue
    if (lower === 'note' && /[\p{L}\p{N}]/u.test(value)) {
      query.filters.notes = [...(query.filters.notes ?? []), { text: value, isExcluded: isNegated }]
      continue
    }
    if (
      lower &&
      (!isPhrase || lower === 'id') &&
      readOperator(query, lower, value, today, isNegated)
    )
      continue
    const searched = lower && Object.hasOwn(fieldNames, lower) ? fieldNames[lower] : undefined
    // Nothing after the colon yet, or a colon that only looks like an operator's.
    const isField = searched !== undefined && value !== ''
    query.clauses.push({
      text: withoutTex(isField || searched || !lower ? value : whole.replace(/^-/, '')),
      isPhrase,
      ...(isField && { field: searched }),
      isExcluded: minus === '-' && value !== '',
      isPrefix: isLast && closing !== '"' && minus !== '-',
    })
  }
  query.clauses = query.clauses.filter((clause) => /[\p{L}\p{N}]/u.test(clause.text))
  return query
}

const longestQuery = 1000

/** What is pasted from a title is looked for as titles are searched. */
function withoutTex(text: string): string {
  return cleanTex(text).replace(/\s+/g, ' ').trim()
}

/** True when nothing is asked for: no word, no filter, no order of one's own. */
export function isNothing({ clauses, filters, sort }: Query): boolean {
  return clauses.length === 0 && Object.keys(filters).length === 0 && sort === 'relevance'
}

/** True where the newest come first: as was asked, or since no word says what would be better. */
export function isNewestFirst({ clauses, sort }: Query): boolean {
  return sort === 'new' || (sort === 'relevance' && clauses.every((each) => each.isExcluded))
}

const flags: Record<string, readonly string[]> = {
  is: ['saved', 'unread'],
  has: ['code'],
  sort: ['new', 'votes', 'relevance'],
}
const periods = ['week', 'month', 'today']

/**
 * True of an operator whose value is still being typed: until it can be read it asks for
 * nothing, so that what the other words found stays where it is.
 */
function isBegunOperator(text: string): boolean {
  const [, name = '', value = ''] = /^-?([a-z]+): *(\S*)$/.exec(text.toLowerCase()) ?? []
  const begins = (values: readonly string[] = []) =>
    values.some((each) => each.startsWith(value) && each !== value)
  if (name === 'id') return idIn(value) === undefined
  if (name === 'after' || name === 'before' || name === 'in') {
    const isDate = /^\d{0,4}([-/](W?\d*|\d*[-/]\d*))?$/i.test(value)
    return begins(periods) || (isDate && !daysOf(value, ''))
  }
  if (name === 'top') return value === ''
  return Object.hasOwn(flags, name) && begins(flags[name])
}

/** True when the operator was understood and taken up. */
function readOperator(
  query: Query,
  name: string,
  value: string,
  today: string,
  isNegated: boolean,
): boolean {
  const { filters } = query
  switch (`${name}:${value.toLowerCase()}`) {
    case 'is:saved':
      filters.isSaved = !isNegated
      return true
    case 'is:unread':
      filters.isUnread = !isNegated
      return true
    case 'has:code':
      filters.hasCode = !isNegated
      return true
  }
  // What else there is has no opposite: it is read as a word to leave out.
  if (isNegated) return false
  switch (`${name}:${value.toLowerCase()}`) {
    case 'sort:new':
    case 'sort:votes':
    case 'sort:relevance':
      query.sort = value.toLowerCase() as SortOrder
      return true
  }
  const id = name === 'id' && idIn(value)
  if (id) {
    filters.id = id
    return true
  }
  if (name === 'top' && /^\d{1,6}$/.test(value)) {
    filters.leastVotes = Number(value)
    return true
  }
  if (name === 'after' || name === 'before' || name === 'in') {
    return readDates(filters, name, value, today)
  }
  return false
}

/** The id that a value of `id:` is; the Anthology's needs no site before it. */
function idIn(value: string): string | undefined {
  return arxivIdIn(value) ?? siteIdIn(value) ?? siteIdIn(`acl:${value}`)
}

function readDates(filters: Filters, name: string, value: string, today: string): boolean {
  const days = daysOf(name === 'in' && value === 'week' ? weekOf(today) : value, today)
  if (!days) return false
  if (name === 'after') filters.from = days.first
  else if (name === 'before') filters.until = addDays(days.first, -1)
  else {
    filters.from = days.first
    filters.until = days.last
  }
  return true
}

/** The days of `2025`, `2025-03`, `2025-03-09`, `2025-W10`, `today` or `month`. */
function daysOf(typed: string, today: string): { first: string; last: string } | undefined {
  const text = typed.replace('w', 'W').replaceAll('/', '-')
  if (text === 'today') return { first: today, last: today }
  if (text === 'month') return daysOfMonth(today.slice(0, 7))
  if (isWeek(text)) return daysOfWeek(text)
  // Papers are older than the feed.
  if (!/^(?:19|2\d)\d{2}/.test(text)) return undefined
  if (text.length === 4) return { first: `${text}-01-01`, last: `${text}-12-31` }
  if (isDay(`${text}-01`)) return daysOfMonth(text)
  return isDay(text) ? { first: text, last: text } : undefined
}
