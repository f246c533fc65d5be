import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { describeSuggestion, onOmnibox } from '../../entrypoints/background/omnibox.ts'
import { writeLocal } from '../../lib/local-store.ts'
import { frontPageFormat } from '../../lib/model/front-page.ts'
import type { Hits } from '../../lib/search/hits.ts'
import { makeCard, makeCards, makeHits } from '../support/cards.ts'
import { fakeOmnibox } from './fake-omnibox.ts'

const find = vi.fn<(query: string, limit: number, signal: AbortSignal) => Promise<Hits>>()
const markOpened = vi.fn(async () => {})
const expectSearch = vi.fn()
const create = vi.fn(async () => ({}))
const update = vi.fn(async () => ({}))
let bar: ReturnType<typeof fakeOmnibox>

beforeEach(() => {
  fakeBrowser.reset()
  find.mockReset().mockResolvedValue(makeHits(8))
  markOpened.mockClear()
  expectSearch.mockClear()
  bar = fakeOmnibox()
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create as never)
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation(update as never)
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(
    (path) => `chrome-extension://x${path}`,
  )
  onOmnibox({ find, expectSearch, markOpened, isPlain: false })
})

afterEach(() => {
  vi.restoreAllMocks()
  create.mockClear()
  update.mockClear()
})

const page = (query: string) =>
  `chrome-extension://x/newtab.html#/search?${new URLSearchParams({ q: query })}`
const paper = (id: string) => `https://huggingface.co/papers/${id}`

describe('the address bar', () => {
  test('is listened to from the first moment', () => {
    expect(Object.keys(bar.listeners).sort()).toEqual([
      'cancelled',
      'changed',
      'entered',
      'started',
    ])
  })

  test('gets ready to search as soon as its keyword is there', () => {
    bar.start()
    expect(expectSearch).toHaveBeenCalledOnce()
    expect(find).not.toHaveBeenCalled()
  })

  test('suggests the best papers, and says what Enter does', async () => {
    const suggest = bar.type('sparse & <b>')
    expect(bar.firstRow()).toBe('Search Paperboy for <match>sparse &amp; &lt;b&gt;</match>')
    await vi.waitFor(() => expect(suggest).toHaveBeenCalledOnce())
    expect(find.mock.lastCall?.slice(0, 2)).toEqual(['sparse & <b>', 5])
    const [suggestions] = suggest.mock.lastCall ?? [[]]
    expect(suggestions.map(({ content }) => content)).toEqual(
      makeCards(5).map(({ id }) => paper(id)),
    )
  })

  test('opens a suggested paper of another site, which is noted as opened', async () => {
    const page = 'https://aclanthology.org/P19-1001/'
    bar.enter(page, 'currentTab')
    await vi.waitFor(() => expect(markOpened).toHaveBeenCalledWith('acl:P19-1001'))
    expect(update).toHaveBeenCalledWith({ url: page })
  })

  test('gives no answer to what is no longer typed', async () => {
    const slow = Promise.withResolvers<Hits>()
    find.mockReturnValueOnce(slow.promise)
    const first = bar.type('spa')
    const second = bar.type('sparse')
    expect(find.mock.calls[0]?.[2].aborted).toBe(true)
    await vi.waitFor(() => expect(second).toHaveBeenCalled())
    slow.resolve(makeHits(2))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(first).not.toHaveBeenCalled()
  })

  test.each(['entered', 'left'])('gives none after it was %s', async (how) => {
    const slow = Promise.withResolvers<Hits>()
    find.mockReturnValueOnce(slow.promise)
    const suggest = bar.type('spa')
    if (how === 'left') bar.cancel()
    else bar.enter('spa', 'currentTab')
    slow.resolve(makeHits(2))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(suggest).not.toHaveBeenCalled()
  })

  test('suggests nothing where the search fails', async () => {
    find.mockRejectedValueOnce(new Error('The disk is full.'))
    const suggest = bar.type('spa')
    await vi.waitFor(() => expect(suggest).toHaveBeenCalledExactlyOnceWith([]))
  })

  test('with nothing typed suggests what is in the paper today', async () => {
    const cards = makeCards(9)
    await writeLocal({
      frontPage: { format: frontPageFormat, total: 9, cards, lastSaved: [], savedCount: 0 },
    })
    bar.start()
    expect(bar.firstRow()).toMatch(/^Search Paperboy for /)
    const suggest = bar.type('')
    await vi.waitFor(() => expect(suggest).toHaveBeenCalledOnce())
    expect(suggest.mock.lastCall?.[0]).toHaveLength(5)
    expect(find).not.toHaveBeenCalled()
  })
})

describe('what is entered', () => {
  test.each([
    ['currentTab', undefined],
    ['newForegroundTab', { url: page('sparse jobs'), active: true }],
    ['newBackgroundTab', { url: page('sparse jobs'), active: false }],
  ])('opens the search in the %s', async (disposition, created) => {
    bar.enter(' sparse jobs ', disposition)
    await vi.waitFor(() => expect(create.mock.calls.length + update.mock.calls.length).toBe(1))
    if (created) expect(create).toHaveBeenCalledWith(created)
    else expect(update).toHaveBeenCalledWith({ url: page('sparse jobs') })
  })

  test('opens the paper that was suggested, and remembers that', async () => {
    bar.enter(paper('2608.90001'), 'currentTab')
    await vi.waitFor(() => expect(markOpened).toHaveBeenCalledWith('2608.90001'))
    expect(update).toHaveBeenCalledWith({ url: paper('2608.90001') })
  })

  test('opens it at the mirror that is set', async () => {
    await writeLocal({ settings: { endpoint: 'https://mirror.example' } })
    const address = 'https://mirror.example/papers/2608.90001'
    bar.enter(address, 'newForegroundTab')
    await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: address, active: true }))
  })

  test.each(['2608.90001', 'https://elsewhere.example/papers/2608.90001'])(
    'searches for %s, which was not suggested',
    async (text) => {
      bar.enter(text, 'currentTab')
      await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ url: page(text) }))
      expect(markOpened).not.toHaveBeenCalled()
    },
  )

  test('may be nothing', async () => {
    bar.enter('', 'currentTab')
    await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ url: page('') }))
  })
})

describe('a suggestion', () => {
  const hit = {
    ...makeCard({ authors: ['O’Hara & "Sons"'], authorCount: 2 }),
    reasons: [],
    markedTitle: [
      { text: 'A < B & ', isMarked: false },
      { text: '<think>\u0007', isMarked: true },
    ],
  }

  test('is XML for Chromium, whatever the paper says', () => {
    expect(describeSuggestion(hit, false)).toBe(
      'A &lt; B &amp; <match>&lt;think&gt; </match> ' +
        '<dim>— O’Hara &amp; &quot;Sons&quot; and others, Aug 20, 2026</dim>',
    )
  })

  test('is plain text for Firefox', () => {
    expect(describeSuggestion(hit, true)).toBe(
      'A < B & <think>\u0007 — O’Hara & "Sons" and others, Aug 20, 2026',
    )
  })
})
