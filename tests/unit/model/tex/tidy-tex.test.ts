import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyTex } from '@/lib/model/tex/tidy-tex.ts'

/** Every character there is takes a while to be made (ms) on a machine that does much else. */
const slow = 30_000

describe('text commands are taken down to their words', () => {
  test.each([
    ['we introduce \\textit{stable perplexity}, a', 'we introduce stable perplexity, a'],
    ['a \\textbf{C}ausal \\textbf{\\emph{M}odel}', 'a Causal Model'],
    ['the {\\em level} of {\\it  words}', 'the level of words'],
    ['Schr\\"odinger, Fr\\\'echet, G\\"{o}del, Erd\\H{o}s', 'Schrödinger, Fréchet, Gödel, Erdős'],
    ['na\\"{\\i}vely', 'naïvely'],
    ['51\\% of Q\\&A for \\$5, \\#1', '51% of Q&A for $5, #1'],
    ['at \\url{https://example.org/a_b} now', 'at https://example.org/a_b now'],
    ['see \\href{https://example.org/x}{our code}.', 'see our code.'],
    ['\\textcolor{red}{hot} and {\\color{blue}cold}', 'hot and {\\color{blue}cold}'],
    ['two tasks\\footnote{Code is coming.}', 'two tasks (Code is coming.)'],
    ['methods (\\ie, this), that, \\etc. More', 'methods (i.e., this), that, etc. More'],
    ['a $\\textbf{A}$gent of $\\mathrm{B}$', 'a Agent of B'],
    ['$\\alpha$-Flow, 40$\\times$ faster, $\\sim$ ten', 'α-Flow, 40× faster, ∼ ten'],
    ['360{\\deg} and {\\Delta}G', '360° and ΔG'],
    ['$360^\\circ$ and Copeland$^\\alpha$', '360° and Copeland$^\\alpha$'],
    ["the ``thinking'' model isn't", "the “thinking” model isn't"],
    ['Policy~(DP) and ~5 of Table~2', 'Policy\u00a0(DP) and ~5 of Table\u00a02'],
    ["the object\\'s place", "the object's place"],
    ['16\\,FPS', '16\u202fFPS'],
  ])('%s', (written, shown) => {
    expect(tidyTex(written)).toBe(shown)
  })
})

describe('what the feed leaves of formulas is written out', () => {
  test.each([
    ['a 1.45times speedup', 'a 1.45× speedup'],
    ['ImageNet 256times256 on 8timesA800', 'ImageNet 256×256 on 8×A800'],
    ['three times as fast, 3 times', 'three times as fast, 3 times'],
    ['{sim}20%, sim70K, sim2real, a sim of it', '∼20%, ∼70K, sim2real, a sim of it'],
    ['a 360^circ view, 5.6^{circ}', 'a 360° view, 5.6°'],
    ['pi_0, pi_{0.5}, nabla^2DFT, pipi_0', 'π_0, π_{0.5}, ∇^2DFT, pipi_0'],
    ['models leq 4B and geq3', 'models ≤ 4B and ≥3'],
    ['A rightarrow B, 0.73rightarrow0.90', 'A → B, 0.73→0.90'],
    ['via texttt{D}ual and context{x}', 'via Dual and context{x}'],
    ['R^textbf{2AI}', 'R^{2AI}'],
  ])('%s', (written, shown) => {
    expect(tidyTex(written)).toBe(shown)
  })
})

describe('the rest stays as it is written', () => {
  test.each([
    'we propose \\ours, as \\method{} does',
    'cost $5 to $10, or 4$ per hour',
    'in C:\\Users\\name and \\d+',
    'a set {a, b} of {Bi}',
    'https://example.org/~user/a_b?q=sim20',
    'the formula $\\frac{1}{2} \\% \\textbf{x}$ and \\(\\emph{y}_1\\)',
    '`code_here` in file_name.py',
  ])('%s', (text) => {
    expect(tidyTex(text)).toBe(text)
  })

  test('a text without signs of TeX', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc ABC 123 .,:;()-é漢🙂"\'') })
    fc.assert(fc.property(words, (text) => tidyTex(text) === text))
  })

  test(
    'no text is too odd',
    () => {
      const tex = fc.array(
        fc.constantFrom(
          ...[
            '\\',
            '{',
            '}',
            '$',
            '$$',
            '^',
            '_',
            '~',
            '``',
            "''",
            '\\textbf{',
            '\\"',
            '\\c',
            '{\\it ',
          ],
          ...[
            '\\(',
            '\\)',
            '\\[',
            '\\]',
            'a',
            ' ',
            '5',
            '\\footnote',
            '\\href{',
            '\\color[',
            'times',
            '🙂',
          ],
        ),
      )
      const any = fc.oneof(
        tex.map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      )
      fc.assert(
        fc.property(any, (text) => typeof tidyTex(text) === 'string'),
        { numRuns: 200 },
      )
    },
    slow,
  )
})
