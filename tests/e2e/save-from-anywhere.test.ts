import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { waitForText } from '../support/browsers/paperboy-pages.ts'
import { type ArxivServer, startArxivServer } from '../support/feed/arxiv-server.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { papersOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())
const unknown = { id: '2501.99999', title: 'On Zebras', authors: ['Zoe Stripes'] }
const late = { id: '2501.99998', title: 'On Late Zebras', authors: ['Zoe Stripes'] }
const pdf = (id: string) => `http://arxiv.org/pdf/${id}v2`
const abs = (id: string) => `http://arxiv.org/abs/${id}v1`
const anthology = 'http://aclanthology.org/2024.acl-long.12/'

/** A page of a PDF, as small as viewers take it. */
const emptyPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
`

describe.each(browserNames)('%s: the paper of a page', (name) => {
  let feed: FeedServer
  let arxiv: ArxivServer
  let paperboy: Paperboy
  let stored: { id: string; title: string }

  beforeAll(async () => {
    feed = await startFeedServer({ newest: today, papersADay: 4 })
    arxiv = await startArxivServer([unknown, late])
    stored = papersOfDay(feed.source, today)[1] as { id: string; title: string }
    const given = { allowed: ['http://127.0.0.1/*'], arxiv: arxiv.url }
    paperboy = await openPaperboy(name, feed.url, given)
    const page = (title: string) => ({ type: 'text/html', body: `<title>${title}</title><p>…` })
    for (const { id, title } of [stored, unknown, late]) {
      paperboy.outsidePages.set(abs(id), page(`[${id}] ${title}`))
      paperboy.outsidePages.set(pdf(id), { type: 'application/pdf', body: emptyPdf })
    }
    paperboy.outsidePages.set('http://aclanthology.org/P19-1001', page('On Zebras - ACL Anthology'))
    paperboy.outsidePages.set(anthology, {
      type: 'text/html',
      body: `<title>Of Quaggas - ACL Anthology</title>
        <meta content="Of Quaggas" name="citation_title">
        <meta content="Quentin Mane" name="citation_author">
        <meta content="Proceedings of Equids" name="citation_conference_title">
        <meta content="2024/8" name="citation_publication_date">
        <div class="acl-abstract"><h5>Abstract</h5><span>They have half the stripes.</span></div>`,
    })
    paperboy.outsidePages.set('http://example.org/', page('Nothing'))
  })

  afterAll(async () => {
    await paperboy?.close()
    await feed?.close()
    await arxiv?.close()
  })

  test('is not spoken of on a page of something else', async () => {
    const popup = await paperboy.openOver('http://example.org/')
    expect(await popup.waitForText(/Today/)).not.toContain('On this page')
    // Where the screen is low its list scrolls, never all of it.
    const cutOff = () => document.documentElement.scrollHeight - innerHeight
    await vi.waitFor(async () => expect(await popup.evaluate(cutOff, 0)).toBe(0))
    await popup.close()
  })

  test('that is stored comes first, with its title, and is saved', async () => {
    const popup = await paperboy.openOver(abs(stored.id))
    const text = await popup.waitForText(/On this page[\s\S]*Today/i)
    expect(text).toContain(stored.title)
    await popup.press(`Save ${stored.title.slice(0, 20)}`)
    await popup.waitForSaved()
    await popup.close()
  })

  test('that is saved says since when, in a tab of its PDF too', async () => {
    const popup = await paperboy.openOver(pdf(stored.id))
    const text = await popup.waitForText(/Already saved on/)
    expect(text).toContain(stored.title)
    await popup.close()
  })

  test('that nobody here knows is saved, and looked up at arXiv', async () => {
    const popup = await paperboy.openOver(abs(unknown.id))
    await popup.waitForText(/On Zebras\s+arXiv 2501\.99999, not stored here yet/)
    await popup.press('Save On Zebras')
    await popup.waitForText(/Zoe Stripes/)
    await popup.close()
    expect(feed.requests.map(({ path }) => path)).toContain(`/api/papers/${unknown.id}`)
    expect(arxiv.requests.map(({ ids }) => ids)).toEqual([[unknown.id]])
  })

  test('of the Anthology is read from its page, saved with no one asked, and found', async () => {
    const asked = feed.requests.length + arxiv.requests.length
    const popup = await paperboy.openOver(anthology)
    await popup.waitForText(/Of Quaggas\s+Quentin Mane[\s\S]*Proceedings of Equids, August 2024/)
    await popup.press('Save Of Quaggas')
    await popup.waitForSaved()
    await popup.close()
    expect(feed.requests.length + arxiv.requests.length).toBe(asked)
    const list = await paperboy.open('newtab.html#/search?q=stripes')
    await waitForText(list, /Of Quaggas[\s\S]*half the stripes[\s\S]*ACL Anthology/)
    await list.close()
  })

  test('is known by its title on a site without arXiv’s ids', async () => {
    const popup = await paperboy.openOver('http://aclanthology.org/P19-1001')
    await popup.waitForText(/Zoe Stripes[\s\S]*Already saved on/)
    await popup.close()
  })

  test('that is saved while nobody answers is kept, and filled in later', async () => {
    arxiv.setFault({ status: 500 })
    feed.faults.set({ kind: 'status', status: 500 })
    const popup = await paperboy.openOver(abs(late.id))
    await popup.press('Save On Late Zebras')
    await popup.waitForText(/Waits to be looked up/)
    await popup.close()
    const list = await paperboy.open('newtab.html#/saved')
    await waitForText(list, /On Late Zebras[\s\S]*Waits to be looked up/)
    // The first rows are there before the page hears of anything; it has its title after that.
    await list.waitFor(() => document.title.startsWith('Saved'), undefined)
    arxiv.setFault(undefined)
    feed.faults.set(undefined)
    await list.evaluate(() => dispatchEvent(new Event('online')))
    await waitForText(list, /On Late Zebras\s+Zoe Stripes/, 20_000)
    await list.close()
  })

  test('has keys and entries in the menus', async () => {
    const page = await paperboy.open('options.html')
    const keys = (await page.evaluate(
      'browser.commands.getAll().then((all) => all.map(({ shortcut }) => shortcut))',
    )) as string[]
    expect(keys.toSorted()).toEqual(['Alt+Shift+S', 'Alt+Shift+Y'])
    for (const id of ['save-link', 'save-page']) {
      // Throws for an entry that is not there.
      await page.evaluate(`browser.contextMenus.update('${id}', {})`)
    }
    await page.close()
  })

  test('was asked of nobody else', async () => {
    const asked = paperboy.askedOutside.filter((host) => /^(huggingface|export)\./.test(host))
    expect(asked).toEqual([])
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
