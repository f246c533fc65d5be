import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MathNode, toMathml } from '@/lib/math/to-mathml.ts'

/** Every character there is takes a while to be made (ms) on a machine that does much else. */
const slow = 30_000

const textOf = (node: MathNode | undefined): string =>
  typeof node === 'object' ? node.children.map(textOf).join('') : (node ?? '')

/** Elements as `name(children)`, texts as they are. */
const outline = (node: MathNode | undefined): string =>
  typeof node === 'object'
    ? `${node.name}(${node.children.map(outline).join(' ')})`
    : (node ?? 'nothing')

function everyElement(node: MathNode): Exclude<MathNode, string>[] {
  return typeof node === 'string' ? [] : [node, ...node.children.flatMap(everyElement)]
}

test('a formula becomes MathML', () => {
  expect(outline(toMathml('\\frac{a}{2}', false))).toBe('math(mfrac(mi(a) mn(2)))')
  expect(outline(toMathml('x_i^2', false))).toBe('math(msubsup(mi(x) mi(i) mn(2)))')
  expect(textOf(toMathml('\\mathcal{O}(n \\log n)', false))).toContain('log')
  expect(toMathml('\\sum_i x_i', true)?.attributes.display).toBe('block')
})

test.each(['\\frac{a', '\\ours', '\\left( x', 'x^2^3', '}', '\\begin{foo}', '\\def\\a{\\a\\a}\\a'])(
  '%s cannot be read',
  (tex) => {
    expect(toMathml(tex, false)).toBeUndefined()
  },
)

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{https://example.org}',
  '\\includegraphics{https://example.org/x.png}',
  '\\class{a}{x}',
  '\\style{position:fixed}{x}',
  '\\id{app}{x}',
  '\\data{a=b}{x}',
  '\\color{red} x',
  '\\colorbox{red}{x}',
  '\\ref{x}',
])('%s brings nothing but plain elements', (tex) => {
  const math = toMathml(tex, false)
  for (const { name, attributes } of math ? everyElement(math) : []) {
    expect(name).toMatch(/^m[a-z]+$/)
    expect(Object.keys(attributes).join(' ')).not.toMatch(/href|src|style|class|id\b|^on|data/)
  }
})

/** Macros that pass on ten times what they are given, so that a few expansions make millions. */
const bomb = (levels: number) => {
  const name = (level: number) => `\\${'abcdefghij'[level]}`
  const last = `\\def${name(levels)}#1{#1}`
  const passing = Array.from({ length: levels }, (_, level) => {
    return `\\def${name(level)}#1{${name(level + 1)}{${'#1'.repeat(10)}}}`
  })
  return `${passing.join('')}${last}${name(0)}{x}`
}

test.each([
  ['thousands of letters', bomb(4)],
  [
    'roots within roots',
    `\\def\\a#1{${'\\sqrt{'.repeat(60)}#1${'}'.repeat(60)}}${'\\a{'.repeat(20)}x${'}'.repeat(20)}`,
  ],
  ['a macro for the next formula', '\\gdef\\x{y}x'],
  ['one by another name', '\\newcommand{\\x}{xxxxx}\\x\\x\\x'],
])('a formula is not made of macros of its own: %s', (_what, tex) => {
  expect(tex.length).toBeLessThan(700)
  expect(toMathml(tex, false)).toBeUndefined()
})

test('no length is greater than a few lines', () => {
  const math = toMathml('a \\hspace{99999em} \\rule{9999em}{9999em} b', false)
  const lengths = everyElement(math as MathNode).flatMap(({ attributes }) =>
    ['width', 'height', 'lspace', 'rspace'].map((name) =>
      Number.parseFloat(attributes[name] ?? '0'),
    ),
  )
  expect(Math.max(...lengths)).toBeLessThanOrEqual(100)
})

test(
  'never throws, whatever it is given',
  () => {
    const tex = fc.array(
      fc.constantFrom(
        ...[
          '\\frac',
          '\\left',
          '\\right',
          '\\begin{matrix}',
          '\\end{matrix}',
          '{',
          '}',
          '^',
          '_',
          '&',
        ],
        ...[
          '\\\\',
          '\\sqrt',
          'x',
          '2',
          ' ',
          '\\text{',
          '\\def',
          '#1',
          '$',
          '\\not',
          '\\verb|',
          '🙂',
        ],
      ),
    )
    const texts = fc.oneof(
      tex.map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isDisplay) => {
        const math = toMathml(text, isDisplay)
        if (math) expect(math.name).toBe('math')
      }),
      { numRuns: 200 },
    )
  },
  slow,
)
