import { t } from '../../i18n.ts'
import { countLines } from './line-counter.ts'

/** A member of an array or an object, as text: it is parsed by itself. */
export interface JsonItem {
  /** In an object. */
  key?: string
  /** Where it begins, from 1. */
  line: number
  text: string
  /** The text ends before it does. */
  isCut: boolean
}

/**
 * The members of the array or object that a text is. Read one by one, a broken member does not
 * take the others with it, and each has its line. `line` is where the text itself begins.
 */
export function* jsonItems(text: string, line = 1): Generator<JsonItem> {
  const lineAt = countLines(text)
  const open = /^[\s\ufeff]*[[{]/.exec(text)
  if (!open) return
  let i = open[0].length
  while (i < text.length) {
    i = skip(text, i, ' \t\r\n,')
    if (i >= text.length || text[i] === ']' || text[i] === '}') return
    const start = i
    let end = endOfValue(text, i)
    let key: string | undefined
    let valueAt = start
    const afterKey = skip(text, end, ' \t\r\n')
    if (text[start] === '"' && text[afterKey] === ':') {
      key = parseKey(text.slice(start, end))
      valueAt = skip(text, afterKey + 1, ' \t\r\n')
      end = endOfValue(text, valueAt)
    }
    yield {
      ...(key !== undefined && { key }),
      line: line + lineAt(start) - 1,
      text: text.slice(valueAt, end),
      isCut: end >= text.length,
    }
    // Whatever stands where a value should: on, by a character at least.
    i = Math.max(end, start + 1)
  }
}

/** The value of a text, or why it has none. */
export function parseItem({ text, isCut }: JsonItem): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (isCut) return { reason: t('unreadable.cut') }
    return { reason: t('unreadable.badJson', { problem: (error as Error).message }).slice(0, 200) }
  }
}

function parseKey(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

function skip(text: string, from: number, chars: string): number {
  let i = from
  while (i < text.length && chars.includes(text[i] as string)) i++
  return i
}

/** Behind the value that begins at a place: matching brackets, strings passed over. */
function endOfValue(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const char = text[i]
    if (char === '"') {
      i = endOfString(text, i)
      if (depth === 0) return Math.min(i + 1, text.length)
    } else if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') {
      if (depth === 0) return i
      if (--depth === 0) return i + 1
    } else if (char === ',' && depth === 0) return i
  }
  return text.length
}

/** A string holds no line break, so one that is not closed goes no further than its line. */
function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (char === '"' || char === '\n') return i
  }
  return text.length
}
