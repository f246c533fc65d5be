import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { setEndpoint, waitForText } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { type HubServer, startHub } from '../support/hub/hub-server.ts'
import { startZotero, type ZoteroServer } from '../support/zotero/zotero-server.ts'
import { papersOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())
const reading = 'ada/reading-1'
const zoteroHost = 'http://127.0.0.1/*'

/** Finds a button, link, field or choice by its words, so that it can be clicked. Runs in the page. */
function mark(words: string): boolean {
  for (const each of document.querySelectorAll('[data-driven]')) each.removeAttribute('data-driven')
  const all = [...document.querySelectorAll<HTMLElement>('button, label')]
  const found = all.filter((each) => each.textContent?.includes(words)).at(-1)
  found?.setAttribute('data-driven', '')
  return found !== undefined && !(found as HTMLButtonElement).disabled
}

async function press(page: ExtensionPage, words: string): Promise<void> {
  await page.waitFor(mark, words, { what: `“${words}” to press` })
  await page.click('[data-driven]')
}

async function fill(page: ExtensionPage, field: string, text: string): Promise<void> {
  await page.waitFor((css) => document.querySelector(css) !== null, field)
  await page.click(field)
  await page.evaluate((css) => document.querySelector<HTMLInputElement>(css)?.select(), field)
  await page.type(text)
  await page.press('Enter')
}

describe.each(browserNames)('%s: papers are sent', (name) => {
  let feed: FeedServer
  let zotero: ZoteroServer
  let hub: HubServer
  let paperboy: Paperboy
  let papers: { id: string; title: string }[]

  beforeAll(async () => {
    feed = await startFeedServer({ newest: today, papersADay: 4 })
    papers = papersOfDay(feed.source, today)
    zotero = await startZotero({ target: 'Sparse models' })
    hub = await startHub()
    // Chromium asks in a window of its own, in which no test can press a button. Firefox is told to
    // say yes to whatever is asked for within a click, which shows that it is.
    const allowed = name === 'Chromium' ? [zoteroHost] : []
    paperboy = await openPaperboy(name, feed.url, { at: 'options.html', allowed })
  })

  afterAll(async () => {
    await paperboy?.close()
    for (const server of [feed, zotero, hub]) await server?.close()
  })

  beforeEach(() => {
    zotero.items.length = 0
    zotero.faults = []
    hub.requests.length = 0
    hub.locked.clear()
    hub.collections = [{ slug: reading, title: 'Reading', private: false, items: [] }]
  })

  /** The page of one of today's papers. */
  async function openPaper(n: number): Promise<{ id: string; title: string; page: ExtensionPage }> {
    const paper = papers[n] as { id: string; title: string }
    return { ...paper, page: await paperboy.open(`newtab.html#/paper/${paper.id}`) }
  }

  /** Sets Zotero's port as a person does. */
  async function setPort(port: number): Promise<void> {
    await fill(paperboy.firstPage, '#zotero-port', String(port))
    await waitForText(paperboy.firstPage, new RegExp(`looked for on port ${port}`))
  }

  test('nowhere when Zotero is not running, and it is told', async () => {
    await setPort(1)
    const { page } = await openPaper(0)
    // Leave is asked for in the click, and given: in Chromium beforehand.
    const mayAsk = () =>
      page.evaluate(`browser.permissions.contains({ origins: ['${zoteroHost}'] })`)
    expect(await mayAsk()).toBe(name === 'Chromium')
    await press(page, 'Send to Zotero')
    await waitForText(page, /Zotero is not running on this machine.*Open Zotero and send again/)
    expect(await mayAsk()).toBe(true)
    await page.close()
    await setPort(zotero.port)
  })

  test('to Zotero, where one arrives as Zotero itself would have made it', async () => {
    const { id, title, page } = await openPaper(0)
    await press(page, 'Send to Zotero')
    await waitForText(page, /It is in Zotero, in “Sparse models”\./)
    expect(zotero.items).toHaveLength(1)
    expect(zotero.items[0]).toMatchObject({
      ...{ itemType: 'preprint', title, repository: 'arXiv' },
      ...{ archiveID: `arXiv:${id}`, DOI: `10.48550/arXiv.${id}` },
      ...{ url: `https://arxiv.org/abs/${id}` },
    })
    await page.close()
  })

  test('once, though Zotero hangs up after it has saved, and the page is closed', async () => {
    // Browsers ask again by themselves when a connection breaks: the session holds against it.
    zotero.faults = ['reset-after', ...Array(50).fill('reset-before')]
    const { page } = await openPaper(1)
    await press(page, 'Send to Zotero')
    await waitForText(page, /Zotero stopped answering\. Open it again, then go on/)
    expect(zotero.items).toHaveLength(1)
    await page.close()
    zotero.faults = []
    // Another page knows how far the first came.
    const { page: later } = await openPaper(1)
    await press(later, 'Send to Zotero')
    await waitForText(later, /It is in Zotero/)
    expect(zotero.items).toHaveLength(1)
    await later.close()
  })

  test('to no collection before there is a token', async () => {
    const { page } = await openPaper(2)
    await press(page, 'Add to collection')
    await waitForText(page, /Set a token in the settings/)
    await page.close()
  })

  test('with a token for the endpoint that was named, whatever the endpoint is later', async () => {
    await setEndpoint(paperboy, hub.url)
    const settings = await paperboy.open('options.html#hub-token')
    await press(settings, 'Send it to 127.0.0.1')
    await fill(settings, '#token', hub.options.token)
    await waitForText(settings, /Saved\. It is ada’s\./)
    const html = await settings.evaluate('document.documentElement.outerHTML')
    expect(html).not.toContain(hub.options.token)
    await settings.close()
    await setEndpoint(paperboy, feed.url)
  })

  test('into a collection', async () => {
    const { id, page } = await openPaper(2)
    await press(page, 'Add to collection')
    await press(page, 'Add 1 paper')
    await waitForText(page, /Added 1 paper to “Reading”\./)
    expect(hub.collections[0]?.items).toEqual([{ id }])
    expect(hub.requests.every(({ token }) => token === hub.options.token)).toBe(true)
    await page.close()
  })

  test('into a collection that has it already (409), which is told as done', async () => {
    const { id, page } = await openPaper(2)
    hub.collections[0]?.items.push({ id })
    await press(page, 'Add to collection')
    await press(page, 'Add 1 paper')
    await waitForText(page, /It was in “Reading” already\./)
    expect(hub.collections[0]?.items).toHaveLength(1)
    await page.close()
  })

  test('into no collection that the token may not write to (403), and into it once it may', async () => {
    hub.locked.add(reading)
    const { id, page } = await openPaper(3)
    await press(page, 'Add to collection')
    await press(page, 'Add 1 paper')
    await waitForText(page, /Nothing was added to “Reading”\. Your token may not write to/)
    hub.locked.clear()
    await press(page, 'Go on')
    await waitForText(page, /Added 1 paper to “Reading”\./)
    expect(hub.collections[0]?.items).toEqual([{ id }])
    await page.close()
  })

  test('into a new collection', async () => {
    const { id, page } = await openPaper(3)
    await press(page, 'Add to collection')
    await press(page, 'A new collection')
    await fill(page, '.chooser input[name=title]', 'Found today')
    await waitForText(page, /Added 1 paper to “Found today”\./)
    expect(hub.collections.at(-1)).toMatchObject({ title: 'Found today', items: [{ id }] })
    await page.close()
  })

  test('without an error on any page, and without a word to anyone else', () => {
    expect(paperboy.errors).toEqual([])
    expect(paperboy.askedOutside.filter((host) => /huggingface|zotero|arxiv/.test(host))).toEqual(
      [],
    )
  })
})
