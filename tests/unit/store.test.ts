import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { UserManifestFn } from 'wxt'
import config from '../../wxt.config.ts'
import { locales, readMessages } from '../support/i18n/read-messages.ts'
import { readStoreTexts, storeLocales } from '../support/store/store-texts.ts'

const lengthOf = (text = '') => [...text].length

const privacyStatement = (locale: string) => readFileSync(`store/privacy/${locale}.md`, 'utf8')

/** The headings and rows of a statement, in their order. */
const shapeOf = (statement: string) => statement.match(/^(#+|\|)/gm)

async function manifestFor(browser: 'chrome' | 'firefox') {
  const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const
  return (config.manifest as UserManifestFn)(env as Parameters<UserManifestFn>[0])
}

test('the stores have texts in every language of the extension', () => {
  expect([...storeLocales].sort()).toEqual([...locales].sort())
})

describe.each(storeLocales)('the texts in %s', (locale) => {
  test('are as long as the stores take them', async () => {
    const [messages, texts] = await Promise.all([
      readMessages(locale),
      readStoreTexts(`texts/${locale}`),
    ])
    // https://developer.chrome.com/docs/extensions/reference/manifest/name and /description
    expect(lengthOf(messages.manifest_name)).toBeLessThanOrEqual(45)
    expect(lengthOf(messages.manifest_description)).toBeLessThanOrEqual(132)
    expect(lengthOf(texts.summary)).toBeGreaterThan(40)
    expect(lengthOf(texts.summary)).toBeLessThanOrEqual(250)
    // Edge wants at least 250 and takes 10,000, Chrome 16,000.
    expect(lengthOf(texts.description)).toBeGreaterThanOrEqual(250)
    expect(lengthOf(texts.description)).toBeLessThanOrEqual(10_000)
    const terms = (texts.edgeSearchTerms ?? '').split(',').map((term) => term.trim())
    expect(terms.length).toBeLessThanOrEqual(7)
    expect(Math.max(...terms.map(lengthOf))).toBeLessThanOrEqual(30)
    expect(terms.flatMap((term) => term.split(/\s+/)).length).toBeLessThanOrEqual(21)
  })

  test('are those of English, all of them', async () => {
    const english = await readStoreTexts('texts/en')
    const texts = await readStoreTexts(`texts/${locale}`)
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([])
  })

  test('have a privacy statement, with every row and the hosts of the English one', () => {
    const statement = privacyStatement(locale)
    expect(shapeOf(statement)).toEqual(shapeOf(privacyStatement('en')))
    for (const host of ['huggingface.co', 'cdn-thumbnails.huggingface.co', 'export.arxiv.org']) {
      expect(statement).toContain(host)
    }
  })
})

test('every permission is explained, and no other', async () => {
  const chrome = await manifestFor('chrome')
  const firefox = await manifestFor('firefox')
  const texts = await readStoreTexts('permissions')
  const explained = (kind: string) =>
    Object.keys(texts).flatMap((key) => (key.startsWith(`${kind}_`) ? key.slice(9) : []))
  const asked = (...lists: (readonly string[] | undefined)[]) =>
    [...new Set(lists.flatMap((list) => list ?? []))].sort()
  expect(explained('required').sort()).toEqual(
    asked(chrome.permissions, chrome.host_permissions, firefox.permissions),
  )
  expect(explained('optional').sort()).toEqual(
    asked(
      chrome.optional_permissions,
      chrome.optional_host_permissions,
      firefox.optional_permissions,
    ),
  )
  for (const text of Object.values(texts)) expect(lengthOf(text)).toBeLessThanOrEqual(1000)
})
