import { describe, expect, test } from 'vitest'
import { type Import, readImports, readSources } from './imports.ts'

const plainRoot = ['lib/errors.ts', 'lib/format.ts', 'lib/i18n.ts', 'lib/settings.ts']

/** What the files of a place may import: other places of this project, and packages. */
const mayImport: Record<string, readonly string[]> = {
  'lib/model': ['lib/model'],
  'lib/sources': [
    'lib/sources',
    'lib/model',
    ...plainRoot,
    'valibot',
    'p-limit',
    '@rgrove/parse-xml',
    'webdav',
  ],
  'lib/db': ['lib/db', 'lib/model', ...plainRoot, 'dexie'],
  'lib/search': ['lib/search', 'lib/db', 'lib/model', ...plainRoot],
  'lib/front-page': ['lib/front-page', 'lib/db', 'lib/model', 'lib/*'],
  'lib/library': [
    ...['lib/library', 'lib/front-page', 'lib/sync-feed', 'lib/search', 'lib/sources'],
    ...['lib/db', 'lib/model', 'lib/*', 'valibot'],
  ],
  'lib/sync-feed': ['lib/sync-feed', 'lib/sources', 'lib/search', 'lib/db', 'lib/model', 'lib/*'],
  'lib/sync-library': [
    'lib/sync-library',
    'lib/library',
    'lib/sources',
    'lib/search',
    'lib/db',
    'lib/model',
    'lib/*',
    'valibot',
    'wxt',
  ],
  'lib/math': ['lib/math', 'temml'],
  'lib/send': [
    ...['lib/send', 'lib/sources', 'lib/model', 'lib/data-consent.ts', ...plainRoot, 'wxt'],
  ],
  'lib/state': ['lib', '@preact/signals', 'wxt'],
  'lib/*': ['lib/*', 'lib/model', 'wxt', '@wxt-dev/i18n', '#i18n'],
  components: [
    'components',
    'lib/model',
    'lib/math',
    'lib/format.ts',
    'lib/format-amount.ts',
    'lib/format-day.ts',
    'lib/i18n.ts',
    'lib/citation-label.ts',
    'preact',
    '@preact/signals',
  ],
  entrypoints: ['entrypoints', 'components', 'lib', 'preact', '@preact/signals', 'wxt'],
}

/** What a file may import as a type besides. */
const mayImportTypes: Record<string, readonly string[]> = {
  components: ['lib'],
  // The names of texts; the texts themselves are put in by whoever says them.
  'lib/model': ['lib/i18n.ts'],
}

const sources = readSources(['lib', 'components', 'entrypoints'])
const imports = sources.flatMap(readImports)

/** The place a file is in: a room of lib, lib itself, or the folder at the root. */
function placeOf(path: string): string {
  const [folder = '', room = ''] = path.split('/')
  if (folder !== 'lib') return folder
  return room.endsWith('.ts') ? 'lib/*' : `lib/${room}`
}

function isAllowed({ from, to, isTypeOnly }: Import): boolean {
  // Its own style, which a bundler takes away.
  if (to.endsWith('.css')) return !from.startsWith('lib/')
  // A text of the project's own, such as the changelog, which a page shows.
  if (to.endsWith('?raw')) return from.startsWith('entrypoints/')
  const place = placeOf(from)
  const allowed = [
    ...(mayImport[place] ?? []),
    ...(isTypeOnly ? (mayImportTypes[place] ?? []) : []),
  ]
  return allowed.some((each) =>
    each === 'lib/*' ? placeOf(to) === 'lib/*' : to === each || to.startsWith(`${each}/`),
  )
}

test('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(150)
  expect(imports.filter(({ isTypeOnly }) => isTypeOnly).length).toBeGreaterThan(30)
})

test('every place has its rule', () => {
  const places = new Set(sources.map(({ path }) => placeOf(path)))
  expect([...places].filter((place) => !(place in mayImport))).toEqual([])
})

test('no arrow runs the wrong way', () => {
  expect(imports.filter((each) => !isAllowed(each))).toEqual([])
})

test('every import of ours names a file that is there, with its ending', () => {
  const paths = new Set(sources.map(({ path }) => path))
  const ours = imports.filter(({ to }) => /^(lib|components|entrypoints)\//.test(to))
  expect(ours.filter(({ to }) => !to.endsWith('.css') && !paths.has(to))).toEqual([])
})

describe('the rule', () => {
  const arrow = (from: string, to: string, isTypeOnly = false) =>
    isAllowed({ from, to, isTypeOnly })

  test.each([
    ['lib/model/paper.ts', 'lib/db/papers.ts'],
    ['lib/model/paper.ts', 'lib/errors.ts'],
    ['lib/sources/hugging-face.ts', 'lib/db/papers.ts'],
    ['lib/sources/hugging-face.ts', 'lib/local-store.ts'],
    ['lib/db/papers.ts', 'lib/sources/hugging-face.ts'],
    ['lib/search/scan.ts', 'lib/state/new-tab.ts'],
    ['lib/sync-feed/policy.ts', 'lib/state/new-tab.ts'],
    ['lib/sync-feed/policy.ts', 'lib/library/save.ts'],
    ['lib/library/save.ts', 'lib/state/new-tab.ts'],
    ['lib/library/save.ts', 'wxt/browser'],
    ['lib/format.ts', 'lib/db/papers.ts'],
    ['lib/state/new-tab.ts', 'components/Notice.tsx'],
    ['components/Notice.tsx', 'lib/db/papers.ts'],
    ['components/Notice.tsx', 'wxt/browser'],
    ['components/Notice.tsx', 'dexie'],
    ['components/Notice.tsx', 'entrypoints/newtab/main.tsx'],
    ['lib/state/new-tab.ts', 'entrypoints/newtab/main.tsx'],
  ])('forbids %s to import %s', (from, to) => {
    expect(arrow(from, to)).toBe(false)
  })

  test('lets a component name the types of a page’s model, but not use it', () => {
    const path = ['components/StatusLine.tsx', 'lib/state/feed-status.ts'] as const
    expect([arrow(...path, true), arrow(...path)]).toEqual([true, false])
  })

  test.each<[string, string, boolean]>([
    ["import { a } from '../db/a.ts'", 'lib/db/a.ts', false],
    ["import type { A } from '../db/a.ts'", 'lib/db/a.ts', true],
    ["import { type A, b } from '../db/a.ts'", 'lib/db/a.ts', false],
    ["import {\n  type A,\n  type B,\n} from '../db/a.ts'", 'lib/db/a.ts', true],
    ["import * as v from 'valibot'", 'valibot', false],
    ["import Dexie, { type Table } from 'dexie'", 'dexie', false],
    ["import './style.css'", 'lib/x/style.css', false],
    ["export { a } from '@/lib/db/a.ts'", 'lib/db/a.ts', false],
    ["const { a } = await import('@/lib/db/a.ts')", 'lib/db/a.ts', false],
  ])('reads %j', (text, to, isTypeOnly) => {
    expect(readImports({ path: 'lib/x/y.ts', text })).toEqual([
      { from: 'lib/x/y.ts', to, isTypeOnly },
    ])
  })
})

describe('nowhere is there', () => {
  const where = (pattern: RegExp, place = '') =>
    sources
      .filter(({ path, text }) => path.startsWith(place) && pattern.test(text))
      .map(({ path }) => path)

  test.each([
    ['text from outside taken for HTML', /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
    ['code made from text', /\beval\s*\(|new Function\s*\(/],
  ])('%s', (_what, pattern) => {
    expect(where(pattern)).toEqual([])
  })

  test('a component that reaches for the database, the network or the browser', () => {
    expect(
      where(/\bbrowser\.|\bchrome\.|\bfetch\(|\bindexedDB\b|\blocalStorage\b/, 'components'),
    ).toEqual([])
  })
})
