import { accents, putAccent } from './accents.ts'
import { writeOutLeftovers } from './feed-leftovers.ts'
import { findMath } from './find-math.ts'
import { mayHoldTex } from './may-hold-tex.ts'
import { symbols } from './symbols.ts'

/** Commands that only say how the text in their braces is set. */
const settings =
  /^(?:text(?:bf|it|tt|sc|rm|sf|sl|up|md|normal)?|emph|uline|underline|mbox|url|path|enquote|boldsymbol|math(?:bf|it|tt|sc|rm|sf|cal|bb))$/

/** The same without braces of their own, in those around them: `{\it word}`. */
const switches =
  /^\{\s*(?:\\(?:it|em|bf|tt|sc|rm|sf|sl|small|tiny|large|itshape|bfseries)(?![a-zA-Z])\s*)+/

/** The letters of a formula that says no more than how they are set: `$\textbf{A}$gent`. */
const lettersOnly = /^\\(?:text|math)(?:bf|it|tt|sc|rm|sf)?\s*\{([^{}\\$^_]*)\}$/

/** Where something other than plain text may begin. The feed takes the backslash off commands. */
const special =
  /[\\{}`'~]|(?<!\p{L})(?:https?:\/\/|www\.)[^\s{}<>\\]+|(?<![\p{L}\\])(?:text(?:bf|it|tt|sc|rm)?|emph|boldsymbol|math(?:cal|bf|bb|rm|it))\{/gu

/** Letters whose names end where a space is, which is then no text. */
const letterNames = /^(?:[oOlLi]|ss|aa|AA|ae|AE|oe|OE|text[a-z]*)$/

/**
 * A text with the TeX that stands outside of its formulas taken down to the words: `\emph{word}`
 * leaves the word, `\'e` is é, `\%` a per cent sign. Formulas, addresses and commands that are
 * not known stay as they are written, and so does a text without TeX.
 */
export function tidyTex(text: string): string {
  if (!mayHoldTex(text)) return text
  let out = ''
  let plain = ''
  /** For every brace that is open: what stands for the one that closes it. */
  const open: string[] = []

  let at = 0
  for (const formula of findMath(text)) {
    tidyUpTo(formula.start)
    const letters = wordsOf(formula.tex)
    if (letters === undefined) keep(text.slice(formula.start, formula.end))
    else plain += letters
    at = formula.end
  }
  tidyUpTo(text.length)
  keep('')
  return out

  function keep(verbatim: string): void {
    out += writeOutLeftovers(plain) + verbatim
    plain = ''
  }

  function tidyUpTo(end: number): void {
    while (at < end) {
      special.lastIndex = at
      const match = special.exec(text)
      if (!match || match.index >= end) {
        plain += text.slice(at, end)
        at = end
        return
      }
      plain += text.slice(at, match.index)
      // No command has anything to say about what is further away.
      const rest = text.slice(match.index, Math.min(end, match.index + 400))
      at = match.index + take(match[0], match.index, rest)
    }
  }

  /** Takes what begins at a place. Returns how long it is. */
  function take(found: string, index: number, rest: string): number {
    switch (found) {
      case '\\':
        return command(rest)
      case '{':
        return openBrace(rest)
      case '}':
        plain += open.pop() ?? '}'
        return 1
      case '`':
      case "'":
        return quote(rest)
      case '~':
        plain += isTie(text[index - 1], text[index + 1]) ? '\u00a0' : '~'
        return 1
    }
    if (!found.endsWith('{')) {
      const address = rest.slice(0, found.length)
      keep(address)
      return address.length
    }
    // Of an index the braces say how far it goes.
    const isIndex = /[\^_]/.test(text[index - 1] ?? '')
    if (isIndex) plain += '{'
    open.push(isIndex ? '}' : '')
    return found.length
  }

  function openBrace(rest: string): number {
    const [whole, name = ''] = /^\{\\([a-zA-Z]+)\}/.exec(rest) ?? []
    const symbol = symbols.get(name)
    if (whole && symbol) {
      plain += symbol
      return whole.length
    }
    const [setting] = switches.exec(rest) ?? []
    open.push(setting ? '' : '}')
    if (!setting) plain += '{'
    return setting?.length ?? 1
  }

  function quote(rest: string): number {
    if (rest.startsWith('``')) plain += '“'
    else if (rest.startsWith("''") && /“[^”]*$/.test(out + plain)) plain += '”'
    else {
      plain += rest[0]
      return 1
    }
    return 2
  }

  function command(rest: string): number {
    const [whole = '', name = ''] = /^\\([a-zA-Z]+|[\s\S]?)/.exec(rest) ?? []
    const after = rest.slice(whole.length)
    const [accented, letter] = accentedLetter(name, after)
    const takes = (argument: string | undefined, shown: string, closing = '') => {
      plain += shown
      if (argument?.endsWith('{')) open.push(closing)
      return whole.length + (argument?.length ?? 0)
    }
    if (accented) return takes(accented, putAccent(accents.get(name) ?? '', letter ?? ''))
    const [brace] = /^\s*\{/.exec(after) ?? []
    if (brace && settings.test(name)) return takes(brace, '')
    if (brace && name === 'footnote') return takes(brace, ' (', ')')
    // The first of two groups says where to, or in which colour; what is shown is in the second.
    const [first] = /^(?:\[\w*\])?\{[^{}\s]*\}\s*\{/.exec(after) ?? []
    if (first && /^(?:href|textcolor|color)$/.test(name)) return takes(first, '')
    if (/^[%&#_${}']$/.test(name)) return takes('', name)
    if (name === ',' || name === ' ') return takes('', name === ',' ? '\u202f' : ' ')
    const symbol = symbols.get(name)
    if (symbol === undefined) return takes('', whole)
    const [ending] = (letterNames.test(name) ? /^(?:\{\}| )/ : /^\{\}/).exec(after) ?? []
    // `\etc.` has its full stop already.
    return takes(ending ?? (symbol.endsWith('.') ? /^\./.exec(after)?.[0] : ''), symbol)
  }
}

/** What a formula says that needs none: letters, a sign, how many times. */
function wordsOf(tex: string): string | undefined {
  const [, number = '', name = ''] =
    /^([\d.,]*)\\([a-zA-Z]+)$/.exec(tex) ?? /^([\d.]+) ?\^\{?\\(circ)\}?$/.exec(tex) ?? []
  const sign = symbols.get(name)
  return sign === undefined ? lettersOnly.exec(tex)?.[1] : number + sign
}

/** What an accent takes of the text behind it, and the letter that it is put on. */
function accentedLetter(name: string, after: string): (string | undefined)[] {
  // In `object\'s` there is none.
  if (!accents.has(name) || (name === "'" && /^s(?!\p{L})/u.test(after))) return []
  // `\c`, `\d` and the like may be of something else: only with braces are they accents.
  const form = /[a-zA-Z]/.test(name) ? /^\s*\{(\p{L})\}/u : /^\{\\?(\p{L})\}|^\\?(\p{L})/u
  const [whole, inBraces, bare] = form.exec(after) ?? []
  return [whole, inBraces ?? bare]
}

/** A tie between two words is a space that does not break; before a number alone, it is "about". */
function isTie(before = ' ', after = ' '): boolean {
  return /[\p{L}).,:]/u.test(before) && /[\p{L}\p{N}(\\$]/u.test(after)
}
