import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const styles = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ path: name, css: readFileSync(`${root}${folder}/${name}`, 'utf8') })),
)

/** Declarations that say left or right, or have one value for each: Arabic is not mirrored by them. */
function oneSided(css: string): string[] {
  const declarations = css.match(/(?<=[{;]\s*|\*\/\s*)[a-z-]+: [^;{}]+(?=;)/g) ?? []
  return declarations.filter((each) => {
    const [property = '', value = ''] = each.split(': ')
    if (/(^|-)(left|right)(-|$)/.test(property)) return true
    if (/^(text-align|float|clear)$/.test(property)) return /left|right/.test(value)
    if (!/^(padding|margin|inset|border-(width|style|color))$/.test(property)) return false
    const [, right, , left] = withoutInnerSpaces(value).split(/\s+/)
    return left !== undefined && left !== right
  })
}

/** A function's value as one word: `calc(1px + var(--a, 0px))`. */
function withoutInnerSpaces(value: string): string {
  const inner = /\([^()]*\)/g
  return inner.test(value)
    ? withoutInnerSpaces(value.replace(inner, (each) => each.replace(/[\s()]/g, '_')))
    : value
}

/** An English paper is set from the left on a page that is mirrored, too. */
const meant = ['paper.css: text-align: left']

test('the styles name no side, so that a page is mirrored where lines start at the right', () => {
  expect(styles.length).toBeGreaterThan(10)
  expect(
    styles.flatMap(({ path, css }) => oneSided(css).map((each) => `${path}: ${each}`)),
  ).toEqual(meant)
})

test.each([
  'a { margin-left: 4px; }',
  'a { color: red; padding: 1px 2px 3px calc(4px + 1px); }',
  'a { text-align: right; }',
  'a { border-left-color: red; }',
  'a { /* why */ left: 0; }',
])('a side is found in %s', (css) => {
  expect(oneSided(css)).toHaveLength(1)
})

test.each(['a { margin: 1px 2px 3px 2px; }', 'a { padding-inline: 4px 0; text-align: start; }'])(
  'but none in %s',
  (css) => {
    expect(oneSided(css)).toEqual([])
  },
)
