/** TeX's accent commands, as the combining mark each puts on the letter that follows. */
const marks: Record<string, string> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304' },
  ...{ u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c' },
  ...{ d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331' },
}

const letters: Record<string, string> = {
  ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø' },
  ...{ l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
}

const signs: Record<string, string> = {
  ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textdollar: '$' },
  ...{ textless: '<', textgreater: '>', textbar: '|', textbraceleft: '{', textbraceright: '}' },
  ...{ textendash: '–', textemdash: '—', ldots: '…', dots: '…', textregistered: '®' },
}

// The letter may stand alone or in braces, and i and j may have lost their dots for it.
const signAccent =
  /\\([`'^~=."])\s*(?:\{\s*(?:\\?([a-zA-Z]))\s*\}|\\([ij])(?![a-zA-Z])|([a-zA-Z]))/y
const letterAccent = /\\([uvHcdbkr])(?:\s*\{\s*(?:\\?([a-zA-Z]))\s*\}|\s+([a-zA-Z])(?![a-zA-Z]))/y
const namedSign = /\\([a-zA-Z]+)(?:\{\}| (?=\S))?/y

/** What a command at `at` stands for, and where it ends; undefined for one that is no letter. */
export function readAccent(tex: string, at: number): { text: string; end: number } | undefined {
  for (const pattern of [signAccent, letterAccent]) {
    pattern.lastIndex = at
    const match = pattern.exec(tex)
    if (match) {
      const [, accent = '', ...candidates] = match
      const letter = candidates.find(Boolean) ?? ''
      return { text: (letter + marks[accent]).normalize('NFC'), end: pattern.lastIndex }
    }
  }
  namedSign.lastIndex = at
  const name = namedSign.exec(tex)?.[1] ?? ''
  const text = letters[name] ?? signs[name]
  return text === undefined ? undefined : { text, end: namedSign.lastIndex }
}
