import { t } from '../../i18n.ts'
import { countLines } from './line-counter.ts'

/** An entry as it stands in the file: the values are TeX. */
interface BibtexEntry {
  line: number
  key: string
  /** By name in small letters; of two alike, the first. */
  fields: Map<string, string>
}

interface BrokenEntry {
  line: number
  key: string
  reason: string
}

class BrokenEntryError extends Error {}

const longestValue = 1_000_000

const months =
  'january february march april may june july august september october november december'

/**
 * Takes a BibTeX file apart: entries with `{}` or `()`, values in braces, in quotes, as numbers,
 * as names of `@string`, joined with `#`; comments and what stands between entries are passed
 * over. A broken entry ends where a line begins with the next one. Grammar:
 * https://www.bibtex.org/Format/, and what btparse and biber let pass.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry | BrokenEntry> {
  const strings = new Map(months.split(' ').map((month) => [month.slice(0, 3), month]))
  const lineAt = countLines(text)
  const heads = /@[ \t]*([a-zA-Z]+)\s*([{(])/g
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    if (isCommentedOut(text, head.index)) continue
    const [whole, type = '', open = ''] = head
    const line = lineAt(head.index)
    const reader = new EntryReader(
      text,
      head.index + whole.length,
      open === '{' ? '}' : ')',
      strings,
    )
    try {
      const kind = type.toLowerCase()
      if (kind === 'comment' || kind === 'preamble') reader.skipBody()
      else if (kind === 'string')
        for (const [name, value] of reader.fields()) strings.set(name, value)
      else {
        const key = reader.key()
        yield { line, key, fields: reader.fields() }
      }
      heads.lastIndex = reader.at
    } catch (error) {
      if (!(error instanceof BrokenEntryError)) throw error
      yield { line, key: reader.lastKey, reason: error.message }
      heads.lastIndex = nextEntry(text, head.index + 1)
    }
  }
}

function isCommentedOut(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return /^\s*%/.test(text.slice(lineStart, at))
}

const entryStart = /\n[ \t]*@[ \t]*[a-zA-Z]+\s*[{(]/g

/** The beginning of the next line that starts an entry, or the end of the text. */
function nextEntry(text: string, from: number): number {
  entryStart.lastIndex = from
  return entryStart.exec(text)?.index ?? text.length
}

class EntryReader {
  lastKey = ''
  /** The entry must be over by here. */
  private readonly limit: number

  constructor(
    private readonly text: string,
    public at: number,
    private readonly close: string,
    private readonly strings: ReadonlyMap<string, string>,
  ) {
    this.limit = nextEntry(text, at)
  }

  skipBody(): void {
    if (this.close === ')') this.at = this.text.indexOf(')', this.at) + 1 || this.limit
    else this.at = this.endOfBraces(this.at - 1, false)
  }

  key(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.limit && !/[,=}\n]/.test(this.peek())) this.at++
    // `@misc{ title = …`: there is no key.
    if (this.peek() === '=') this.at = start
    else this.lastKey = this.text.slice(start, this.at).trim()
    return this.lastKey
  }

  fields(): Map<string, string> {
    const fields = new Map<string, string>()
    for (;;) {
      this.skipSpace(',')
      if (this.peek() === this.close) {
        this.at++
        return fields
      }
      if (this.at >= this.limit) {
        // Only its last brace is missing.
        if (this.limit < this.text.length && fields.size > 0) return fields
        throw this.broken()
      }
      const name = this.match(/[^\s=,{}()"#%'@]+/y)
      this.skipSpace()
      if (!name || this.peek() !== '=')
        throw new BrokenEntryError(t('unreadable.noField', { text: this.near() }))
      this.at++
      const value = this.value()
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
    }
  }

  private value(): string {
    let value = ''
    for (;;) {
      this.skipSpace()
      value += this.piece()
      // Names of `@string` that are made of each other double with every line.
      if (value.length > longestValue) throw new BrokenEntryError(t('unreadable.endless'))
      this.skipSpace()
      if (this.peek() !== '#') return value
      this.at++
    }
  }

  private piece(): string {
    const start = this.at
    if (this.peek() === '{') {
      const end = this.braces(start)
      this.at = end
      return this.text.slice(start + 1, end - 1)
    }
    if (this.peek() === '"') {
      const end = this.quoted(start)
      this.at = end
      return this.text.slice(start + 1, end - 1)
    }
    const word = this.match(/[^\s=,{}()"#%'@]+/y)
    if (!word)
      throw this.at >= this.limit
        ? this.broken()
        : new BrokenEntryError(t('unreadable.noValue', { text: this.near() }))
    return this.strings.get(word.toLowerCase()) ?? word
  }

  /** BibTeX counts every brace; some write `\{` for one that does not count. */
  private braces(start: number): number {
    try {
      const end = this.endOfBraces(start, false)
      if (/^\s*(?:[,#})]|[\w:-]+\s*=|@|$)/.test(this.text.slice(end, end + 100))) return end
    } catch (error) {
      if (!(error instanceof BrokenEntryError)) throw error
    }
    return this.endOfBraces(start, true)
  }

  private endOfBraces(start: number, skipsEscaped: boolean): number {
    let depth = 0
    for (let i = start; i < this.limit; i++) {
      const char = this.text.charCodeAt(i)
      if (char === 0x5c && skipsEscaped) i++
      else if (char === 0x7b) depth++
      else if (char === 0x7d && --depth === 0) return i + 1
    }
    throw this.broken()
  }

  private quoted(start: number): number {
    let depth = 0
    for (let i = start + 1; i < this.limit; i++) {
      const char = this.text[i]
      if (char === '{') depth++
      else if (char === '}') depth--
      else if (char === '"' && depth <= 0) return i + 1
    }
    throw this.broken()
  }

  private skipSpace(besides = ''): void {
    while (this.at < this.limit) {
      const char = this.peek()
      if (char === '%') this.match(/[^\n]*/y)
      else if (/\s/.test(char) || (besides && char === besides)) this.at++
      else return
    }
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  private peek(): string {
    return this.at < this.limit ? (this.text[this.at] as string) : ''
  }

  private near(): string {
    return this.text.slice(this.at, Math.min(this.at + 20, this.limit)).split('\n')[0] ?? ''
  }

  private broken(): BrokenEntryError {
    return new BrokenEntryError(
      this.limit >= this.text.length ? t('unreadable.cut') : t('unreadable.open'),
    )
  }
}
