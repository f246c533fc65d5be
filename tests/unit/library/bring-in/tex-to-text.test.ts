import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texToText } from '../../../../lib/library/bring-in/tex-to-text.ts'
import { read } from './read.ts'

test.each([
  [String.raw`Gr\"obner and {\"O}zg\"ur`, 'Gröbner and Özgür'],
  [String.raw`\'{\i}, \'\i{}, {\'{\i}}, \'i`, 'í, í, í, í'],
  [String.raw`\c{C}a\u{g}lar G\"ul\c cehre`, 'Çağlar Gülçehre'],
  [
    String.raw`\v{S}koda, \v Skoda, \H{o}, \k a, \r{u}, \d{s}, \b{t}, \=a, \.z`,
    'Škoda, Škoda, ő, ą, ů, ṣ, ṯ, ā, ż',
  ],
  [String.raw`\ss\o\O\ae{}\AA \L{}\'od\'z`, 'ßøØæÅŁódź'],
  [String.raw`Nguy\~{\^e}n`, 'Nguyễn'],
  [String.raw`50\% \& more \$ \# \_ \{ \}`, '50% & more $ # _ { }'],
  ["``Attention'' is---or -- was", '“Attention” is—or – was'],
  [String.raw`\emph{Very} \textbf{bold} {\it old}`, 'Very bold old'],
  [
    String.raw`\href{https://a.example/x}{here} and \url{https://b.example/~y}`,
    'here and https://b.example/~y',
  ],
  [
    String.raw`$\alpha$-divergence of $x_{\text{max}}$`,
    String.raw`$\alpha$-divergence of $x_{\text{max}}$`,
  ],
  [String.raw`\unknown{kept} and \constructor`, String.raw`\unknownkept and \constructor`],
  ['a~tie and a $5 bill', 'a tie and a $5 bill'],
])('%s is %s', (tex, text) => {
  expect(texToText(tex)).toBe(text)
})

describe('what is written as TeX', () => {
  const letters = fc.constantFrom(...'abcXYZ019 .,;:!?()[]/+*=<>|@“”–—éüßøŁçñ漢字Ж&%$#_{}')
  const words = fc
    .string({ unit: letters, minLength: 1, maxLength: 40 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
  const toTex = (text: string) => text.replace(/[&%$#_{}]/g, '\\$&')
  /** As older tools write it: an accent of its own before each letter. */
  const toAscii = (text: string) =>
    toTex(text)
      .replaceAll('é', "\\'{e}")
      .replaceAll('ü', '{\\"u}')
      .replaceAll('ß', '{\\ss}')
      .replaceAll('ø', '\\o{}')
      .replaceAll('Ł', '\\L{}')
      .replaceAll('ç', '\\c c')
      .replaceAll('ñ', '\\~n')

  test('comes back, letter by letter', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(texToText(toTex(text))).toBe(text)
        expect(texToText(toAscii(text))).toBe(text)
      }),
    )
  })

  test('comes back from a file, titles, names and keys whatever they are', () => {
    const name = fc.stringMatching(/^[A-ZÉÜŁ][a-zéüßøç]{1,8} [A-ZÉÜŁ][a-zéüßøç]{1,8}$/)
    const entry = fc.record({
      id: fc
        .tuple(
          fc.integer({ min: 1501, max: 2612 }).filter((n) => n % 100 >= 1 && n % 100 <= 12),
          fc.nat(99_999),
        )
        .map(([month, n]) => `${month}.${String(n).padStart(5, '0')}`),
      title: words
        .map((text) => text.replace(/[{}]/g, ''))
        .filter((text) => text.trim() !== '')
        .map((text) => text.trim().replace(/\s+/g, ' ')),
      authors: fc.array(name, { minLength: 1, maxLength: 5 }),
      isReversed: fc.boolean(),
      isQuoted: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const file = entries
          .map(({ id, title, authors, isReversed, isQuoted }) => {
            const names = authors.map((each) =>
              isReversed ? each.split(' ').reverse().join(', ') : each,
            )
            const [open, close] = isQuoted ? ['"', '"'] : ['{', '}']
            return `@misc{key,\n  title = ${open}{${toAscii(title)}}${close},\n  author = {${toAscii(names.join(' and '))}},\n  eprint = {${id}}\n}\n`
          })
          .join('\n')
        expect(read(file).entries).toMatchObject(
          entries.map(({ id, title, authors }) => ({ id, title, authors })),
        )
      }),
    )
  })
})
