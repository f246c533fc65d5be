import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

const russian: Record<string, string> = {
  language_tag: 'ru',
  language_direction: 'ltr',
  count_papers_one: '{count} статья',
  count_papers_few: '{count} статьи',
  count_papers_many: '{count} статей',
  count_papers_other: '{count} статьи',
}
const english = vi.mocked(fakeBrowser.i18n.getMessage)

afterEach(() => {
  vi.restoreAllMocks()
  vi.resetModules()
})

/** The texts as a browser of that language loads them. */
async function textsIn(reader: string, messages?: Record<string, string>) {
  vi.resetModules()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(reader)
  if (messages) {
    const answer = (key: string) => messages[key] ?? ''
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(answer as typeof english)
  }
  return import('../../lib/i18n.ts')
}

describe('a text about a number', () => {
  test('has the form that English asks for, and the number as it is written there', async () => {
    const { plural } = await textsIn('en-US')
    expect([0, 1, 2, 1000].map((n) => plural('count.papers', n))).toEqual([
      '0 papers',
      '1 paper',
      '2 papers',
      '1,000 papers',
    ])
  })

  test('has as many forms as the language', async () => {
    const { plural } = await textsIn('ru-RU', russian)
    expect([1, 2, 5, 21, 1.5].map((n) => plural('count.papers', n))).toEqual([
      '1 статья',
      '2 статьи',
      '5 статей',
      '21 статья',
      '1,5 статьи',
    ])
  })

  test('falls back to the form for the rest', async () => {
    const { count_papers_few: _few, ...rest } = russian
    const { plural } = await textsIn('ru', rest)
    expect(plural('count.papers', 3)).toBe('3 статьи')
  })
})

test('the forms and figures are of the language of the texts, where it has none for the reader', async () => {
  const { locale, plural } = await textsIn('ru')
  expect([locale, plural('count.papers', 1001)]).toEqual(['en', '1,001 papers'])
})

test('a value is put in once, whatever it says', async () => {
  const { fill } = await textsIn('en')
  expect(fill('{a} and {b}, {c}', { a: '{b}', b: 12_000 })).toBe('{b} and 12,000, {c}')
})

test('a text is asked for once', async () => {
  const { t } = await textsIn('en')
  const asked = vi.spyOn(fakeBrowser.i18n, 'getMessage')
  for (let i = 0; i < 3; i++) t('page.newTab')
  expect(asked).toHaveBeenCalledTimes(1)
})

test('a text with elements in it comes in pieces', async () => {
  const { pieces } = await textsIn('en', {
    language_tag: 'en',
    page_newTab: 'Press {key} or <link>read {count} of <them></link>.',
  })
  expect(pieces('page.newTab')).toEqual([
    'Press ',
    { name: 'key' },
    ' or ',
    { name: 'link', inside: 'read {count} of <them>' },
    '.',
  ])
})

test('a value among words that run from the right keeps its own way', async () => {
  const arabic = { language_tag: 'ar', language_direction: 'rtl', view_searchFor: 'البحث: {query}' }
  const { t } = await textsIn('ar', arabic)
  expect(t('view.searchFor', { query: 'why?' })).toBe('البحث: \u2068why?\u2069')
})
