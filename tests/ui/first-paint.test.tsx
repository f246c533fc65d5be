import { render } from 'preact'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { type PaintCopy, paintCopyKeys } from '@/entrypoints/first-paint/first-paint.ts'
import { drawAhead, keepLaidAhead } from '@/entrypoints/first-paint/lay-ahead.ts'
import { shownTexts } from '@/entrypoints/first-paint/shown-texts.ts'
import { newTabAhead } from '@/entrypoints/newtab/ahead.ts'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import { NewTabPage } from '@/entrypoints/newtab/NewTabPage.tsx'
import type { LocalStore } from '@/lib/local-store.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import { createNewTab, type NewTab } from '@/lib/state/new-tab.ts'
import { makeCard, makeCards } from '../support/cards.ts'
import { runScript } from './run-script.ts'

const now = new Date('2026-08-21T12:00:00Z')
const hour = 3_600_000

const oddCards: PaperCard[] = [
  makeCard({
    title: '<b>not bold</b> & "quoted" \u{1f916} \u202eabc',
    abstract: 'Long. '.repeat(300),
  }),
  makeCard({ authors: [], authorCount: 0, blurb: '', isTldr: false, comments: 1 }),
  makeCard({ authorCount: 3303, isRead: true, upvotes: 12_345, comments: 1200 }),
  makeCard({ savedAt: 7, firstSeenAt: now.getTime() - 60_000, title: '  spaces\n and lines  ' }),
  makeCard({ organization: { name: 'org', fullName: 'An "Organisation" <i>' } }),
  makeCard({ repository: 'a/b', stars: 0, projectUrl: 'https://project.example/?a=1&b="2"' }),
  makeCard({ repository: 'a/b', stars: 15_300 }),
  makeCard({ title: String.raw`A^2 in $\sqrt{n}$ steps`, blurb: 'L_2 and 1.5times' }),
].map((card, i) => ({ ...card, id: `2608.9000${i}` }))

const storeOf = (cards: PaperCard[]): Partial<LocalStore> => ({
  frontPage: {
    ...{ format: frontPageFormat, date: '2026-08-20', fetchedAt: now.getTime(), cards },
    ...{ total: cards.length + 4, lastSaved: [], savedCount: 3 },
  },
  published: { stamp: 'first', popup: 'first' },
  visit: { lastLookAt: now.getTime() - hour / 6, previousEndedAt: now.getTime() - hour },
})

const page = (tab: NewTab) => <NewTabPage tab={tab} live={new Promise(() => {})} />
const ahead = newTabAhead(page)

/** The page's own elements, as Preact makes them of the same. */
function view({ frontPage, visit, settings }: Partial<LocalStore>) {
  const known = { frontPage, endpoint: settings?.endpoint }
  const tab = createNewTab({ hash: '', now, visit: visit ?? { lastLookAt: 0 }, ...known })
  return page(tab)
}

const local: { store: Partial<LocalStore>; reader: string } = { store: {}, reader: 'en-US' }
const app = () => document.getElementById('app') as HTMLElement

const openPage = () => runScript('/first-paint.js')

const lay = (copy: PaintCopy | undefined) =>
  localStorage.setItem(paintCopyKeys.newtab, JSON.stringify(copy))

// They give the search box its role: before and after they came are two pages.
beforeAll(async () => {
  await Promise.all([loadLaterViews(), loadTexFor(shownTexts(storeOf(oddCards).frontPage))])
})

beforeEach(async () => {
  Object.assign(local, { store: {}, reader: 'en-US' })
  const storage = { local: { get: async () => local.store } }
  Object.assign(globalThis, { browser: { storage, i18n: { getUILanguage: () => local.reader } } })
  document.body.append(Object.assign(document.createElement('div'), { id: 'app' }))
  // For its `of`: nothing is laid ahead yet.
  await openPage()
})

afterEach(() => {
  // Whatever became of the test: a storage that is full would stay so for the next.
  vi.restoreAllMocks()
  app().remove()
  localStorage.removeItem(paintCopyKeys.newtab)
  history.replaceState(null, '', location.pathname + location.search)
  Reflect.deleteProperty(globalThis, 'browser')
})

/** Lays the first paint of what is stored, which is true for an hour from the present on. */
function layAheadOf(store: Partial<LocalStore>): void {
  local.store = store
  const copy = drawAhead(ahead, store, now)
  lay(copy && { ...copy, until: Date.now() + hour })
}

describe.each([
  ['thirty papers', makeCards(30)],
  ['odd papers', oddCards],
])('the first paint of %s', (_what, cards) => {
  test('is what Preact draws, element by element', async () => {
    layAheadOf(storeOf(cards))
    await openPage()
    const drawn = document.createElement('div')
    render(view(local.store), drawn)
    // What the field of the date shows is no attribute where Preact sets it.
    for (const field of drawn.querySelectorAll('input')) {
      if (field.value) field.setAttribute('value', field.value)
    }
    expect(app().querySelectorAll('article')).toHaveLength(cards.length)
    expect(app().firstChild?.isEqualNode(drawn.firstChild)).toBe(true)
    expect(app().querySelector<HTMLInputElement>('.stepper input')?.value).toBe('2026-08-20')
  })

  test('is taken over by Preact, which changes nothing', async () => {
    layAheadOf(storeOf(cards))
    await openPage()
    const elements = [...app().querySelectorAll('*')]
    const painted = app().cloneNode(true)
    render(view(local.store), app())
    const kept = [...app().querySelectorAll('*')].map((each, i) => each === elements[i])
    expect(kept).toEqual(elements.map(() => true))
    expect(app().isEqualNode(painted)).toBe(true)
    render(null, app())
  })
})

describe('nothing is painted ahead', () => {
  const isPainted = () => app().querySelector('article') !== null

  test('of another front page, another visit or other settings: that is taken away', async () => {
    const store = storeOf(makeCards(3))
    for (const change of [
      { published: { stamp: 'second', popup: 'first' } },
      { visit: { lastLookAt: 1, previousEndedAt: 1 } },
      { settings: { endpoint: 'https://mirror.example' } },
    ]) {
      layAheadOf(store)
      local.store = { ...store, ...change }
      await openPage()
      await firstPaint.local
      expect(isPainted()).toBe(false)
    }
  })

  test('in another language than the browser has now', async () => {
    layAheadOf(storeOf(makeCards(3)))
    local.reader = 'ar'
    await openPage()
    expect(isPainted()).toBe(false)
  })

  test('after its time', async () => {
    layAheadOf(storeOf(makeCards(3)))
    const copy = JSON.parse(localStorage.getItem(paintCopyKeys.newtab) ?? '')
    lay({ ...copy, until: Date.now() - 1 })
    await openPage()
    expect(isPainted()).toBe(false)
  })

  test('in another view', async () => {
    layAheadOf(storeOf(makeCards(3)))
    location.hash = '#/saved'
    await openPage()
    expect(isPainted()).toBe(false)
  })

  test.each(['', 'null', '{"until":9e99}', '{"until":9e99,"tree":["a b",{},[]]}', '[[['])(
    'of %j, and the page goes on',
    async (text) => {
      localStorage.setItem(paintCopyKeys.newtab, text)
      await openPage()
      await expect(firstPaint.local).resolves.toEqual({})
      expect(app().childNodes).toHaveLength(0)
    },
  )

  test('where there is no edition yet', () => {
    expect(drawAhead(ahead, {}, now)).toBeUndefined()
  })
})

/** The modules ask the browser by its other name. */
function provideStorage(): void {
  const storage = { local: { get: async () => local.store }, onChanged: { addListener() {} } }
  Object.assign((globalThis as { chrome?: object }).chrome ?? {}, { storage })
}

test('a page that missed its paint lays the next one ahead, be it idle or not', async () => {
  local.store = storeOf(makeCards(3))
  provideStorage()
  vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(0)
  keepLaidAhead([ahead], ahead)
  await vi.waitFor(() => expect(localStorage.getItem(paintCopyKeys.newtab)).toContain('article'))
})

test('a copy that nobody can read is made anew', async () => {
  local.store = storeOf(makeCards(3))
  provideStorage()
  localStorage.setItem(paintCopyKeys.newtab, '[[[')
  keepLaidAhead([ahead])
  await vi.waitFor(() => expect(localStorage.getItem(paintCopyKeys.newtab)).toContain('article'))
})

test('a copy that is not true any more is gone, even where there is no room for the next', async () => {
  layAheadOf(storeOf(makeCards(1)))
  local.store = { ...storeOf(makeCards(30)), published: { stamp: 'second', popup: 'second' } }
  provideStorage()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('There is no room', 'QuotaExceededError')
  })
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  keepLaidAhead([ahead])
  await vi.waitFor(() => expect(warn).toHaveBeenCalled())
  expect(localStorage.getItem(paintCopyKeys.newtab)).toBeNull()
})

test('what is painted says its language, and where its lines start', async () => {
  Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' })
  layAheadOf(storeOf(makeCards(1)))
  Object.assign(document.documentElement, { lang: 'en', dir: '' })
  document.title = ''
  await openPage()
  const { lang, dir } = document.documentElement
  expect([lang, dir, document.title]).toEqual(['ar', 'rtl', 'New Tab'])
  Object.assign(document.documentElement, { lang: 'en', dir: '' })
})

test('the paint is true until the visit ends, or the day turns here or in the feed', () => {
  const untilOf = (at: string, lastLookAt = at) => {
    const time = new Date(at)
    const store = { ...storeOf(makeCards(1)), visit: { lastLookAt: Date.parse(lastLookAt) } }
    return drawAhead(ahead, store, time)?.until
  }
  const noon = '2026-08-21T12:00:00Z'
  expect(untilOf(noon)).toBe(Date.parse('2026-08-21T12:30:00Z'))
  expect(untilOf('2026-08-22T01:20:00Z')).toBe(Date.parse('2026-08-22T01:30:00Z'))
  // That visit is over, and whoever looks next sees what is drawn for a new one.
  expect(untilOf(noon, '2026-08-21T11:00:00Z')).toBeGreaterThan(Date.parse('2026-08-21T12:30:00Z'))
  const lateAtNight = new Date(2026, 7, 21, 23, 50).toISOString()
  expect(untilOf(lateAtNight)).toBeLessThanOrEqual(new Date(2026, 7, 22).getTime())
})
