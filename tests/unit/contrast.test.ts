import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from '../support/axe/contrast.ts'

const css = readFileSync(
  fileURLToPath(new URL('../../components/tokens.css', import.meta.url)),
  'utf8',
)
const editions = ['day', 'night'] as const

/** A token's colour in an edition, as `light-dark(day, night)` has it. */
function colour(token: string, edition: (typeof editions)[number]): string {
  const value = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css)
  const found = value?.[edition === 'day' ? 1 : 2]
  if (!found) throw new Error(`No --${token} of two colours in tokens.css`)
  return found
}

test('the ratio is as WCAG has it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(editions)('by %s', (edition) => {
  const between = (one: string, other: string) =>
    contrastRatio(colour(one, edition), colour(other, edition))

  test.each(['paper', 'raised'])('text on %s: AAA for what is read, AA for the rest', (ground) => {
    expect(between('ink', ground)).toBeGreaterThanOrEqual(7)
    for (const quiet of ['soft', 'accent']) {
      expect(between(quiet, ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(['paper', 'raised'])('edges of controls and the focus on %s: 3 to 1', (ground) => {
    for (const edge of ['edge', 'focus']) expect(between(edge, ground)).toBeGreaterThanOrEqual(3)
  })

  test('text on the accent, and on ink as in a toast', () => {
    expect(between('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(between('paper', 'ink')).toBeGreaterThanOrEqual(7)
  })
})
