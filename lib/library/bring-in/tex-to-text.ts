import { accents, putAccent } from '@/lib/model/tex/accents.ts'

const symbols = new Map(
  Object.entries({
    ...{ aa: 'å', AA: 'Å', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' },
    ...{ ss: 'ß', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ' },
    ...{ textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’' },
    ...{ textquotedblleft: '“', textquotedblright: '”', textquotesingle: "'", textquotedbl: '"' },
    ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_' },
    ...{ textbar: '|', textless: '<', textgreater: '>', textdollar: '$', textbraceleft: '{' },
    ...{ textbraceright: '}', textdegree: '°', texttimes: '×', textmu: 'µ', textregistered: '®' },
    ...{ texttrademark: '™', copyright: '©', pounds: '£', S: '§', P: '¶', dots: '…', ldots: '…' },
    ...{ textellipsis: '…', slash: '/', par: '\n\n', newline: '\n', quad: ' ', TeX: 'TeX' },
    ...{ LaTeX: 'LaTeX', ' ': ' ', ',': ' ', ';': ' ', ':': ' ', '\\': '\n', '\n': ' ' },
    ...{
      '&': '&',
      '%': '%',
      $: '$',
      '#': '#',
      _: '_',
      '{': '{',
      '}': '}',
      '-': '',
      '/': '',
      '!': '',
    },
  }),
)

/** Commands that only say how their text is set. */
const settings = new Set(
  'emph textit textbf texttt textsc textrm textsf textsl textup textmd textnormal text mbox path bibinfo it bf tt sc rm sf em sl noopsort relax protect enquote ensuremath textsuperscript textsubscript uppercase lowercase'.split(
    ' ',
  ),
)

/** Deeper than any text nests; a made-up one must not end in a stack that is full. */
const deepest = 20
/** A dollar sign that is not closed by then is one. */
const longestFormula = 2000

/**
 * TeX as plain text: accents and symbols as Unicode, quotes and dashes as they are set, braces
 * gone. Mathematics stays as it is written, and so does a command that is not known.
 */
export function texToText(tex: string, depth = 0): string {
  let out = ''
  let i = 0
  while (i < tex.length) {
    const char = tex[i] as string
    if (char === '\\') i = command(i + 1)
    else if (char === '$') i = mathematics(i)
    else if (char === '{' || char === '}') i++
    else i = plain(i)
  }
  return out.normalize('NFC')

  function plain(at: number): number {
    const [run = tex[at] as string] =
      /^(?:``|''|---?|~|[^\\${}`'~-]+)/.exec(tex.slice(at, at + 4096)) ?? []
    out += { '``': '“', "''": '”', '--': '–', '---': '—', '~': ' ' }[run] ?? run
    return at + run.length
  }

  function mathematics(at: number): number {
    const [formula = '$'] =
      /^\$(?:[^$\\]|\\[\s\S])*\$/.exec(tex.slice(at, at + longestFormula)) ?? []
    out += formula
    return at + formula.length
  }

  /** `at` is behind the backslash. Returns where the text goes on. */
  function command(at: number): number {
    const [name = ''] = /^(?:[a-zA-Z]+|[\s\S])/.exec(tex.slice(at, at + 40)) ?? []
    const isWord = /[a-zA-Z]/.test(name)
    const end = at + name.length
    const afterSpace = isWord ? skipSpace(end) : end
    const accent = accents.get(name)
    if (accent !== undefined) return accented(accent, afterSpace)
    const symbol = symbols.get(name)
    if (symbol !== undefined) {
      out += symbol
      // `\o{}` and `\o rsted` end the name; the space is not text.
      return tex.startsWith('{}', afterSpace) ? afterSpace + 2 : afterSpace
    }
    if (name === 'url' && tex[afterSpace] === '{') {
      const close = closingBrace(tex, afterSpace)
      out += tex.slice(afterSpace + 1, close)
      return close + 1
    }
    if (name === 'href' && tex[afterSpace] === '{') return closingBrace(tex, afterSpace) + 1
    if (settings.has(name)) return afterSpace
    out += `\\${name}`
    return end
  }

  function accented(mark: string, at: number): number {
    const start = skipSpace(at)
    const isGroup = tex[start] === '{'
    const [letter = ''] = isGroup
      ? []
      : (/^(?:\\[a-zA-Z]+\s?|\\?[\s\S])/u.exec(tex.slice(start, start + 40)) ?? [])
    const end = isGroup ? closingBrace(tex, start) + 1 : start + letter.length
    const raw = isGroup ? tex.slice(start + 1, end - 1) : letter
    const base = depth < deepest ? texToText(raw, depth + 1) : raw
    out += putAccent(mark, base)
    return end
  }

  function skipSpace(at: number): number {
    let next = at
    while (next < tex.length && /[ \t\n]/.test(tex[next] as string)) next++
    return next
  }
}

/** Where the brace that opens at a place is closed; the last character where it never is. */
function closingBrace(tex: string, open: number): number {
  let depth = 0
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === '\\') i++
    else if (tex[i] === '{') depth++
    else if (tex[i] === '}' && --depth <= 0) return i
  }
  return tex.length - 1
}
