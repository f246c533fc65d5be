/** Combining marks of TeX's accents, https://www.unicode.org/charts/PDF/U0300.pdf. */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    u: '\u0306',
    '.': '\u0307',
    '"': '\u0308',
    r: '\u030a',
    H: '\u030b',
    v: '\u030c',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
  }),
)

/** Puts an accent on the first letter of a text. */
export function putAccent(mark: string, text: string): string {
  // The dot of an i goes where an accent comes.
  const [first = '', ...others] = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j')
  return (first + (first.trim() ? mark : '') + others.join('')).normalize('NFC')
}
