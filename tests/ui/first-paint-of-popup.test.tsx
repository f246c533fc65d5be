import { render } from 'preact'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Site } from '@/components/Site.ts'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { paintCopyKeys } from '@/entrypoints/first-paint/first-paint.ts'
import { drawAhead } from '@/entrypoints/first-paint/lay-ahead.ts'
import { shownTexts } from '@/entrypoints/first-paint/shown-texts.ts'
import { popupAhead } from '@/entrypoints/popup/ahead.tsx'
import { PopupPage } from '@/entrypoints/popup/PopupPage.tsx'
import type { LocalStore } from '@/lib/local-store.ts'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import { defaultSite } from '@/lib/model/paper-links.ts'
import { createPopup } from '@/lib/state/popup.ts'
import { makeCard, makeCards } from '../support/cards.ts'
import { runScript } from './run-script.ts'

const cards = [
  makeCard({ id: '2608.80000', title: String.raw`A^2 in $\sqrt{n}$` }),
  ...makeCards(7),
]
const store: Partial<LocalStore> = {
  frontPage: {
    ...{ format: frontPageFormat, date: '2026-08-20', fetchedAt: 1, cards, total: 8 },
    ...{ lastSaved: cards.slice(0, 2), savedCount: 2 },
  },
  published: { stamp: 'first', popup: 'first' },
}
const surroundings: { store: Partial<LocalStore>; url?: string } = { store }
const app = () => document.getElementById('app') as HTMLElement

beforeAll(() => loadTexFor(shownTexts(store.frontPage)))

beforeEach(async () => {
  Object.assign(surroundings, { store, url: undefined })
  const browser = {
    storage: { local: { get: async () => surroundings.store } },
    i18n: { getUILanguage: () => 'en-US' },
    tabs: { query: async () => [{ url: surroundings.url }] },
  }
  Object.assign(globalThis, { browser })
  document.body.append(Object.assign(document.createElement('div'), { id: 'app' }))
  // For its `of`: nothing is laid ahead yet.
  await openPopup()
  const copy = drawAhead(popupAhead, store, new Date())
  localStorage.setItem(paintCopyKeys.popup, JSON.stringify(copy))
})

afterEach(() => {
  render(null, app())
  app().remove()
  localStorage.removeItem(paintCopyKeys.popup)
  Reflect.deleteProperty(globalThis, 'browser')
})

async function openPopup() {
  await runScript('/first-paint.js', { page: 'popup' })
  await firstPaint.local
}

const takeOver = (query = '') => {
  const popup = createPopup(store.frontPage)
  popup.query.value = query
  render(
    <Site.Provider value={defaultSite}>
      <PopupPage popup={popup} live={new Promise(() => {})} onAllowArxiv={() => {}} />
    </Site.Provider>,
    app(),
  )
}

test('the popup is painted ahead with the box ready to type into, and Preact changes nothing', async () => {
  await openPopup()
  const elements = [...app().querySelectorAll('*')]
  const painted = app().cloneNode(true)
  expect(app().querySelectorAll('article')).toHaveLength(7)
  const box = app().querySelector('input') as HTMLInputElement
  expect(document.activeElement).toBe(box)
  takeOver()
  const kept = [...app().querySelectorAll('*')].map((each, i) => each === elements[i])
  expect(kept).toEqual(elements.map(() => true))
  expect(app().isEqualNode(painted)).toBe(true)
})

test('what is typed before Preact takes over stays', async () => {
  await openPopup()
  const box = app().querySelector('input') as HTMLInputElement
  box.value = 'sparse'
  takeOver(box.value)
  expect(app().querySelector('input')).toBe(box)
  expect(box.value).toBe('sparse')
})

test('what is typed before there is a box is in it when it comes', async () => {
  const asked = Promise.withResolvers<object>()
  const { local } = (globalThis as unknown as { browser: { storage: { local: object } } }).browser
    .storage
  Object.assign(local, { get: () => asked.promise })
  const opening = runScript('/first-paint.js', { page: 'popup' })
  await opening
  for (const key of ['s', 'Shift', 'p', 'a']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'r', ctrlKey: true, bubbles: true }),
  )
  asked.resolve(store)
  await firstPaint.local
  expect(app().querySelector('input')?.value).toBe('spa')
})

test.each([
  'https://arxiv.org/abs/2608.13210v2',
  'https://www.alphaxiv.org/abs/2608.13210',
  'https://ar5iv.org/abs/2608.13210',
  'https://huggingface.co/papers/2608.13210',
  'https://doi.org/10.48550/arXiv.2608.13210',
  'https://openreview.net/forum?id=abc',
  'https://aclanthology.org/2024.acl-long.12/',
  'https://www.aclweb.org/anthology/P19-1001/',
])('nothing is painted over %s, whose paper comes first', async (url) => {
  surroundings.url = url
  await openPopup()
  expect(app().childNodes).toHaveLength(0)
})

test('nor over a paper of a mirror', async () => {
  const settings = { endpoint: 'https://mirror.example' }
  surroundings.store = { ...store, settings }
  const copy = drawAhead(popupAhead, surroundings.store, new Date())
  localStorage.setItem(paintCopyKeys.popup, JSON.stringify(copy))
  surroundings.url = 'https://mirror.example/papers/2608.13210'
  await openPopup()
  expect(app().childNodes).toHaveLength(0)
  surroundings.url = 'https://elsewhere.example/'
  await openPopup()
  expect(app().querySelectorAll('article')).toHaveLength(7)
})

test('nothing is painted of another front page or other settings', async () => {
  for (const change of [
    { published: { stamp: 'first', popup: 'second' } },
    { settings: { endpoint: 'https://mirror.example' } },
  ]) {
    surroundings.store = { ...store, ...change }
    await openPopup()
    expect(app().childNodes).toHaveLength(0)
  }
})

test('a visit more, and a front page that differs further down, are all the same to it', async () => {
  const published = { stamp: 'second', popup: 'first' }
  surroundings.store = { ...store, published, visit: { lastLookAt: 5, previousEndedAt: 4 } }
  await openPopup()
  expect(app().querySelectorAll('article')).toHaveLength(7)
})
