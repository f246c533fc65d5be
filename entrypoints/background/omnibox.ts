import { browser } from 'wxt/browser'
import { formatList } from '@/lib/format.ts'
import { formatPublished } from '@/lib/format-day.ts'
import { fill, t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { Hit, MarkedText } from '@/lib/model/hit.ts'
import { paperIdAt } from '@/lib/model/paper-address.ts'
import { paperLinks, siteOf } from '@/lib/model/paper-links.ts'
import { formatRoute } from '@/lib/model/route.ts'
import type { Hits } from '@/lib/search/hits.ts'
import { defaultEndpoint } from '@/lib/settings.ts'

type Suggest = (suggestions: { content: string; description: string }[]) => void
type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'

/** As many as every browser shows. */
const suggestedAtMost = 5

/**
 * Searches from the address bar, after `pb`. To be called when the background starts. Chromium
 * takes what is suggested for XML; a browser that does not (`isPlain`) shows it as it is.
 */
export function onOmnibox(options: {
  find(query: string, limit: number, signal: AbortSignal): Promise<Hits>
  /** Something is about to be typed. */
  expectSearch(): void
  markOpened(id: string): Promise<void>
  isPlain: boolean
}): void {
  const { find, expectSearch, markOpened, isPlain } = options
  let typing = new AbortController()
  describeEnter('')
  browser.omnibox.onInputStarted.addListener(() => {
    describeEnter('')
    expectSearch()
  })
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    typing.abort()
    typing = new AbortController()
    describeEnter(text)
    void answer(text.trim(), suggest as Suggest, typing.signal)
  })
  browser.omnibox.onInputCancelled.addListener(() => typing.abort())
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    typing.abort()
    void enter(text.trim(), disposition as Disposition)
  })

  /** A text of ours for whoever takes it for XML. */
  function markUp(text: string): string {
    return isPlain ? text : escapeXml(text)
  }

  /** Says what Enter does. */
  function describeEnter(text: string): void {
    const typed = text.trim()
    const description = typed
      ? fill(markUp(t('omnibox.searchFor', { query: '{query}' })), {
          query: format([{ text: typed, isMarked: true }], isPlain),
        })
      : markUp(t('omnibox.search'))
    void browser.omnibox.setDefaultSuggestion({ description })
  }

  async function answer(query: string, suggest: Suggest, signal: AbortSignal): Promise<void> {
    const [{ frontPage, settings }, hits] = await Promise.all([
      readLocal('frontPage', 'settings'),
      query ? find(query, suggestedAtMost, signal).catch(() => undefined) : undefined,
    ])
    // Something else is typed by now.
    if (signal.aborted) return
    // Before anything is typed, what is in the paper today.
    const cards = query ? (hits?.cards ?? []) : (frontPage?.cards ?? [])
    const site = siteOf(settings?.endpoint ?? defaultEndpoint)
    suggest(
      cards.slice(0, suggestedAtMost).map((card) => ({
        content: paperLinks(card, site).home,
        description: describeSuggestion(card, isPlain),
      })),
    )
  }

  async function enter(text: string, disposition: Disposition): Promise<void> {
    const { settings } = await readLocal('settings')
    const site = siteOf(settings?.endpoint ?? defaultEndpoint)
    const id = paperIdAt(text, site)
    const links = id && paperLinks({ id }, site)
    // Only what was suggested is an address; an id typed by hand is searched for.
    if (!links || (text !== links.huggingFace && text !== links.page)) {
      const route = formatRoute({ view: 'search', query: text })
      return show(browser.runtime.getURL(`/newtab.html${route}` as '/newtab.html'), disposition)
    }
    await show(text, disposition)
    await markOpened(id)
  }
}

async function show(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' })
}

/**
 * One line on a paper, as XML with Chromium's own elements or as plain text.
 * https://developer.chrome.com/docs/extensions/reference/api/omnibox#type-SuggestResult
 */
export function describeSuggestion(card: PaperCard | Hit, isPlain: boolean): string {
  const title = 'markedTitle' in card ? card.markedTitle : [{ text: card.title, isMarked: false }]
  const [first = '', ...others] = card.authors
  const names =
    others.length > 0 || card.authorCount > 1 ? t('omnibox.andOthers', { author: first }) : first
  const facts = formatList([names, formatPublished(card) ?? ''].filter(Boolean))
  return isPlain
    ? `${format(title, true)} — ${facts}`
    : `${format(title, false)} <dim>— ${escapeXml(facts)}</dim>`
}

function format(runs: readonly MarkedText[], isPlain: boolean): string {
  return runs
    .map(({ text, isMarked }) => {
      if (isPlain) return text
      return isMarked ? `<match>${escapeXml(text)}</match>` : escapeXml(text)
    })
    .join('')
}

/** Text for XML: without what XML cannot hold, and with what it means something by written out. */
function escapeXml(text: string): string {
  const references: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  }
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no room for these
      .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
      .replace(/[&<>"']/g, (character) => references[character] ?? '')
  )
}
