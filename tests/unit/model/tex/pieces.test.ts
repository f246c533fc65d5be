import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayHoldTex } from '@/lib/model/tex/may-hold-tex.ts'
import { texPieces } from '@/lib/model/tex/pieces.ts'
import { plainTitle } from '@/lib/model/tex/plain-title.ts'
import { tidyTex } from '@/lib/model/tex/tidy-tex.ts'

/** Every character there is takes a while to be made (ms) on a machine that does much else. */
const slow = 30_000

/** Formulas in ⟦ ⟧, what is raised behind ↑ and lowered behind ↓. */
function show(text: string): string {
  const signs = { text: ['', ''], math: ['⟦', '⟧'], sup: ['↑(', ')'], sub: ['↓(', ')'] }
  return texPieces(text)
    .map(({ kind, text }) => signs[kind].join(text))
    .join('')
}

describe('formulas', () => {
  test.each([
    ['a rate of $O(n \\log n)$ in $n$', 'a rate of ⟦O(n \\log n)⟧ in ⟦n⟧'],
    ['$$x^2$$, \\(a_b\\) and \\[ c \\]', '⟦x^2⟧, ⟦a_b⟧ and ⟦c⟧'],
    ['best-of-$N$, $1$-bit, $p<0.05$', 'best-of-⟦N⟧, ⟦1⟧-bit, ⟦p<0.05⟧'],
    ['$ \\Delta_{\\min} $ with spaces', '⟦ \\Delta_{\\min} ⟧ with spaces'],
    ['D$^3$QE and A$^\\text{T}$A, H$_{2}$O', 'D↑(3)QE and A↑(T)A, H↓(2)O'],
  ])('%s', (text, shown) => {
    expect(show(text)).toBe(shown)
  })
})

describe('a dollar is a dollar', () => {
  test.each([
    'only $5 here',
    'from $5 to $10',
    '$5/$10 and US$5 or A$7',
    'Earn $1 Million, or $200k in all',
    'between $25 and less than $0.02 per page',
    '4$ per hour, 90$ of data',
    'less than $11 in total for model_name at US$ 5',
    'the $P(final output is wrong) le (1 - p)$ of it',
    '$OneMillion-Bench',
    '$',
    '$$',
    '$$$$',
  ])('%s', (text) => {
    expect(texPieces(text).every(({ kind }) => kind !== 'math')).toBe(true)
  })
})

describe('sub- and superscripts outside of formulas', () => {
  test.each([
    ['L_2 norm, f_i, W_Q and v_θ', 'L↓(2) norm, f↓(i), W↓(Q) and v↓(θ)'],
    ['A^2Search, O(n^3), 10^-4, C^*', 'A↑(2)Search, O(n↑(3)), 10↑(−4), C↑(*)'],
    ['π_{0.5}, π_RL, (V_AI), LaH_{10}', 'π↓(0.5), π↓(RL), (V↓(AI)), LaH↓(10)'],
    ['J_{G}^* and L^2M^3OF', 'J↓(G)↑(*) and L↑(2)M↑(3)OF'],
    ['2^12, QK^T, pass^k.', '2↑(12), QK↑(T), pass↑(k).'],
  ])('%s', (text, shown) => {
    expect(show(text)).toBe(shown)
  })

  test.each([
    ...['GPT_4', 'file_name', 'float8_e4m3', 'v4_v5', 'd_model', 'k_proj', 'a_b_c', 'x_1.png'],
    ...[
      'https://example.org/a_1/x^2',
      'example.org/f_1',
      '`a_1`',
      'imo_1960_p2',
      '_rank',
      '^RFLAV',
    ],
    ...['^_^', 'DataClaw_0', 'SW_r14', 'file_name_{1}', 'R^{d'],
  ])('%s is a name', (text) => {
    expect(show(text)).toBe(text)
  })
})

test(
  'the pieces of any text stand one behind the other, without a gap',
  () => {
    const part = fc.constantFrom(
      ...[
        '$',
        '$$',
        '\\(',
        '\\)',
        '\\',
        '^',
        '_',
        '{',
        '}',
        ' ',
        'a',
        'L',
        '2',
        'π',
        'word',
        '🙂',
        '.',
      ],
    )
    const texts = fc.oneof(
      fc.array(part).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        plainTitle(text)
        const pieces = texPieces(text)
        expect(pieces.every(({ start, end }) => start < end)).toBe(true)
        expect([...pieces.map(({ start }) => start), text.length]).toEqual([
          0,
          ...pieces.map(({ end }) => end),
        ])
      }),
      { numRuns: 200 },
    )
  },
  slow,
)

test('what is passed over as having no TeX has none', () => {
  const parts = [
    '1.4times',
    ' sim',
    '3',
    '{',
    'pi_0',
    'a ',
    'leq ',
    'rightarrow',
    'x^2',
    '``',
    '~',
    '$k$',
  ]
  const texts = fc.array(fc.constantFrom(...parts)).map((each) => each.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      if (mayHoldTex(text)) return
      expect(show(tidyTex(text))).toBe(text)
    }),
  )
})

test('a title in characters', () => {
  expect(plainTitle('A^2Search with $\\alpha_1$ and L_2, UI2Code^N')).toBe(
    'A²Search with α_1 and L₂, UI2Code^N',
  )
})
