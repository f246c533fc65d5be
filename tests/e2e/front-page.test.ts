import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { auditPage } from '../support/axe/audit-page.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readHits, readPapers, readStatus, waitForIds } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { findDistinctiveWord, idsOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())

describe.each(browserNames)('%s: the day on the new tab', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let ids: string[]

  beforeAll(async () => {
    server = await startFeedServer({ newest: today, hasThumbnails: true })
    ids = idsOfDay(server.source, today)
    paperboy = await openPaperboy(name, server.url)
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  test("shows exactly the day's papers, each once, in the feed's order", async () => {
    await waitForIds(paperboy.firstPage, readPapers, ids, 30_000)
  })

  test('asks only the endpoint, and no more than two things at once', () => {
    expect(server.requests.length).toBeGreaterThan(0)
    expect(server.mostAtOnce).toBeLessThanOrEqual(2)
    // The browser has calls of its own to make; none is about papers.
    expect(paperboy.askedOutside.filter((host) => /huggingface|hf\.co|arxiv/.test(host))).toEqual(
      [],
    )
  })

  test('finds a paper by a word of its abstract', async () => {
    const { id, word } = findDistinctiveWord(server.source)
    const popup = await paperboy.open('popup.html')
    await popup.waitFor(() => document.activeElement?.matches('input[type=search]'), null)
    await popup.type(word)
    await popup.waitFor(
      (first) => document.querySelector<HTMLElement>('[data-paper-id]')?.dataset.paperId === first,
      id,
    )
    // It may have been found by the first letters already; the status speaks of the whole word.
    await vi.waitFor(async () => {
      const hits = await readHits(popup)
      expect(await readStatus(popup)).toContain(String(hits.length))
    })
    await popup.close()
  })

  test('keeps small pictures, and draws them without asking anybody', async () => {
    const count = Math.min(30, ids.length)
    await vi.waitFor(() => expect(server.thumbnails).toHaveLength(count), 30_000)
    const page = await paperboy.open('newtab.html#/today')
    const shown = await page.waitFor(() => {
      const image = document.querySelector<HTMLImageElement>('article .paper-picture img')
      return image?.complete && { src: image.src, width: image.naturalWidth, alt: image.alt }
    }, null)
    expect(shown).toEqual({ src: expect.stringMatching(/^blob:/), width: 640, alt: '' })
    expect(server.thumbnails).toHaveLength(count)
    await page.close()
  })

  test.each([
    ['#/today', '[data-paper-id]'],
    ['#/trending', '.feed-list [data-paper-id]'],
    ['#/saved', '.notice'],
    ['#/search?q=model', '.hit'],
  ])('axe finds nothing in the new tab at %s', async (hash, sign) => {
    const page = paperboy.firstPage
    await page.evaluate(`location.hash = '${hash}'`)
    await page.waitFor((css) => document.querySelector(css) !== null, `main ${sign}`)
    expect(await auditPage(page)).toEqual([])
  })

  test.each([
    ['popup.html', '[data-paper-id]'],
    ['options.html', '.settings-section'],
    ['library.html', '.drop-zone'],
  ])('axe finds nothing in %s', async (address, sign) => {
    const page = await paperboy.open(address)
    await page.waitFor((css) => document.querySelector(css) !== null, `main ${sign}`)
    expect(await auditPage(page)).toEqual([])
    await page.close()
  })

  test('shows everything when the feed is gone', async () => {
    await server.close()
    const page = await paperboy.open('newtab.html#/today')
    await waitForIds(page, readPapers, ids)
    await paperboy.restart()
    const later = await paperboy.open('newtab.html#/today')
    await waitForIds(later, readPapers, ids)
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
