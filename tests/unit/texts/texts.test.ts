// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code is quoted here.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { locales, readTexts } from '../../support/i18n/read-messages.ts'
import { readSources } from '../imports.ts'
import { compareTexts, type Texts } from './compare-texts.ts'
import { spokenStrings } from './spoken-strings.ts'
import { unusedTexts } from './used-texts.ts'

const sources = readSources(['lib', 'components', 'entrypoints'])
// The manifest is written by these.
const configs = ['wxt.config.ts', 'toolbar-page.ts'].map((name) =>
  readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'),
)
const texts = new Map<string, Texts>()
for (const locale of locales) texts.set(locale, await readTexts(locale))
const english = texts.get('en') as Texts
const of = (messages: Record<string, string>): Texts => new Map(Object.entries(messages))

describe.each([...texts])('the texts of %s', (locale, its) => {
  const language = its.get('language.tag') ?? ''

  test('are all there, with the same places, in every form that a number asks for', () => {
    expect(compareTexts(english, its, language)).toEqual([])
  })

  test('name their language as their file does, and where its lines start', () => {
    expect(language.replace('-', '_')).toBe(locale)
    const isFromRight = /^(ar|fa|he)/.test(language)
    expect(its.get('language.direction')).toBe(isFromRight ? 'rtl' : 'ltr')
  })

  test('have names that a browser takes, which knows no capitals in them', () => {
    const names = [...its.keys()].map((key) => key.replaceAll('.', '_').toLowerCase())
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('hold no sign that a browser would take for a place, and no loose ends', () => {
    const isOdd = (text: string) => text.includes('$') || (text !== ' ' && /^\s|\n|\s\s/.test(text))
    expect([...its].filter(([, text]) => isOdd(text))).toEqual([])
  })

  test('name all keys that have a name', () => {
    const count = (texts: Texts) => texts.get('keys.names')?.split(', ').length
    expect(count(its)).toBe(count(english))
  })

  test('fit where browsers and their stores show them', () => {
    expect(its.get('manifest.name')?.length).toBeLessThanOrEqual(45)
    expect(its.get('manifest.description')?.length).toBeLessThanOrEqual(132)
  })
})

test('every text is asked for somewhere', () => {
  const all = [...sources.map(({ text }) => text), ...configs]
  expect(unusedTexts(english, all)).toEqual([])
})

/** What may stand in the code, and why: it is for no reader, or the same for all of them. */
const unsaid: readonly { path: RegExp; text?: RegExp }[] = [
  // Errors that a reader is not told.
  { path: /lib\/math\/to-mathml/, text: /^No element/ },
  { path: /lib\/search\/segment\/seal/, text: /search index/ },
  { path: /lib\/search\/store\/read-index/, text: /^The database/ },
  { path: /lib\/state\/page-paper/, text: /has a card/ },
  { path: /lib\/sync-library\/machine-file/, text: /^The file is/ },
  { path: /lib\/library\/bring-in\/decode-file/, text: /UTF-8/ },
  // What Chromium is told a hidden page is for.
  { path: /entrypoints\/background\//, text: /^(Syncs the library|Draws the papers)/ },
  // Names of headers, keys, formats, selectors; what citationLabel says otherwise.
  { path: /lib\/sources\//, text: /^(Link|Bearer .*)$/ },
  { path: /keys|KeySheet/, text: /^(Enter|Escape|Delete)$/ },
  { path: /lib\/library\/bring-in\/recognise/ },
  { path: /lib\/model\/citation/, text: /^Plain text$/ },
  { path: /palette\/page-items/, text: /:enabled/ },
  { path: /BackupSection/, text: /^bibtex/ },
  // What is written into files, and papers and queries, which are English as papers are.
  { path: /lib\/sync-library\/folder/, text: /can write here/ },
  { path: /lib\/send\/zotero-item/ },
  { path: /lib\/library\/cite\/|lib\/model\/tex\//, text: /^et al\.$/ },
  { path: /lib\/library\/bring-in\/bibtex-entries/, text: /^january/ },
  { path: /lib\/model\/search-operators/, text: /^mixture/ },
  { path: /lib\/search\/text\/other-spelling/, text: /^(alpha|nu) / },
  { path: /DropZone/, text: /^2608/ },
  { path: /sample-cards/ },
]

test('nothing is said that is not among the texts', () => {
  const said = sources.flatMap(({ path, text }) => spokenStrings(path, text))
  const isUnsaid = ({ path, text }: (typeof said)[number]) =>
    unsaid.some((each) => each.path.test(path) && (each.text?.test(text) ?? true))
  expect(said.filter((each) => !isUnsaid(each))).toEqual([])
  expect(said.length).toBeGreaterThan(unsaid.length / 2)
})

describe('a text that is amiss is found:', () => {
  const papers = { 'a.one': '{count} paper', 'a.other': '{count} papers', b: 'By <a>{name}</a>' }

  test.each<[string, Record<string, string>, string, string[]]>([
    ['one that is missing', { 'a.other': '{count} 篇' }, 'zh-CN', ['b is missing']],
    [
      'a form that is missing',
      { 'a.one': '{count} a', 'a.few': '{count} b', 'a.other': '{count} c', b: '<a>{name}</a>' },
      'ru',
      ['a.many is missing'],
    ],
    [
      'a form that the language has not',
      { ...papers, 'a.few': '{count}' },
      'en',
      ['a.few is of no use'],
    ],
    ['one that English has not', { ...papers, c: 'C' }, 'en', ['c is of no use']],
    [
      'a place under another name',
      { ...papers, b: 'Von <a>{wem}</a>' },
      'de',
      ['b has </a> <a> {wem}, and not </a> <a> {name}'],
    ],
    [
      'an element left out',
      { ...papers, b: '{name}' },
      'de',
      ['b has {name}, and not </a> <a> {name}'],
    ],
    [
      'a form of many numbers without its figure',
      { ...papers, 'a.one': 'одна', 'a.few': '{count}', 'a.many': '{count}' },
      'ru',
      ['a.one has no places, and not {count}'],
    ],
  ])('%s', (_what, other, language, problems) => {
    expect(compareTexts(of(papers), of(other), language)).toEqual(problems)
  })

  test('but not a form of one number without its figure', () => {
    expect(compareTexts(of(papers), of({ ...papers, 'a.one': 'One paper' }), 'en')).toEqual([])
  })

  test('one that is not used', () => {
    const code = ["t('b')", 'plural(`place.${kind}.end`, 3)', '"__MSG_in_manifest__"']
    const keys = ['a.one', 'a.other', 'b', 'place.x.end', 'place.x.start', 'in.manifest']
    const all = new Map(keys.map((key) => [key, '']))
    expect(unusedTexts(all, code)).toEqual(['a', 'place.x.start'])
  })

  test.each([
    ['between tags', '<p>Saved</p>', 'Saved'],
    ['between tags, in a choice', "<p>{is ? 'new papers' : t('a')}</p>", 'new papers'],
    ['in a label', '<a aria-label="Close">×</a>', 'Close'],
    ['in a title', '<a title={`${n} stars`} />', '￼ stars'],
    ['in a placeholder', '<input placeholder="search here" />', 'search here'],
    ['in a picture’s text', '<img alt="A front page" />', 'A front page'],
    ['in a property of a component', '<Row label="Last fetch" />', 'Last fetch'],
    ['in an error', "throw new Error('It could not be read.')", 'It could not be read.'],
    ['in a template', 'const text = `Saved on ${date}: ${title}`', 'Saved on ￼: ￼'],
    ['in a table', "const items = [{ name: 'a', label: 'Trending' }]", 'Trending'],
  ])('one in the code, %s', (_where, code, text) => {
    expect(
      spokenStrings(
        'x.tsx',
        `const x = () => { ${/^[a-z]/.test(code) ? code : `return ${code}`} }`,
      ),
    ).toEqual([{ path: 'x.tsx', text }])
  })

  test.each([
    '<p class="paper is-read">{text}</p>',
    '<a href="https://arxiv.org/abs/1">arXiv</a>',
    "console.error('Paperboy could not sync:', error)",
    "const box = page.querySelector('input search box')",
    "throw new RangeError('A column is too short.')",
    "t('search.found')",
  ])('but not in %s', (code) => {
    expect(spokenStrings('x.tsx', `const x = () => { ${code} }`)).toEqual([])
  })
})
