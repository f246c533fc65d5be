import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import {
  readPapers,
  waitForIds,
  waitForText,
  waitUntil,
} from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { papersOfDay, withShortestTitle } from './expected-papers.ts'

const today = feedDateAt(new Date())

/** True once the paper's button says that it is saved. Runs in the page. */
function isSaved(id: string): boolean {
  const button = document.querySelector(`[data-paper-id="${id}"] button[aria-pressed="true"]`)
  const name = button?.getAttribute('aria-label') ?? button?.textContent ?? ''
  return name.trim().startsWith('Saved ')
}

/** The ids of the papers that are listed, in no order. */
async function listed(page: ExtensionPage): Promise<string[]> {
  return (await readPapers(page)).map((paper) => paper.id).sort()
}

describe.each(browserNames)('%s: the library', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let page: ExtensionPage
  let papers: { id: string; title: string }[]
  let ids: string[]

  const rowOf = (id: string) => `article[data-paper-id="${id}"]`
  const row = (n: number) => rowOf(ids[n] as string)
  const waitForListed = (wanted: readonly string[]) =>
    waitUntil(
      async () => (await listed(page)).join(' ') === [...wanted].sort().join(' '),
      `the papers ${wanted.join(' ')}`,
    )
  const press = async (selector: string) => {
    await page.waitFor((css) => document.querySelector(css) !== null, selector)
    await page.click(selector)
  }

  beforeAll(async () => {
    server = await startFeedServer({ newest: today, papersADay: 6 })
    papers = papersOfDay(server.source, today).slice(0, 3)
    ids = papers.map(({ id }) => id)
    paperboy = await openPaperboy(name, server.url)
    page = paperboy.firstPage
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  test('has what is saved marked at once in every open new tab', async () => {
    const other = await paperboy.open('newtab.html#/today')
    for (const id of ids) {
      const button = `${rowOf(id)} button[aria-pressed]`
      for (const each of [page, other]) {
        await each.waitFor((css) => document.querySelector(css) !== null, button)
      }
      expect(await other.evaluate(isSaved, id)).toBe(false)
      await page.click(button)
      await page.waitFor(isSaved, id, { timeoutMs: 2000 })
      await other.waitFor(isSaved, id, { timeoutMs: 2000 })
    }
    await other.close()
  })

  test('has it marked in the popup', async () => {
    const paper = withShortestTitle(papers)
    const popup = await paperboy.open('popup.html')
    await popup.type(paper?.title ?? '')
    await popup.waitFor(isSaved, paper?.id ?? '')
    await popup.close()
  })

  test('lists what was saved, the last first', async () => {
    await page.evaluate(`location.hash = '#/saved'`)
    await waitForIds(page, readPapers, ids.toReversed())
  })

  test('lets a page be closed in the middle of a note', async () => {
    const other = await paperboy.open(`newtab.html#/paper/${ids[1]}`)
    const opener = '.library-panel .note-open'
    await other.waitFor((css) => document.querySelector(css) !== null, opener)
    await other.click(opener)
    await other.type('Half a thought')
    await other.close()
  })

  test('takes a tag, a note and a status of a paper', async () => {
    await press(`${row(0)} .tag-open`)
    await page.type('thesis')
    await page.press('Enter')
    await page.waitFor(
      (css) => document.querySelector(css)?.textContent === 'thesis',
      `${row(0)} .tag a`,
    )
    await press(`${row(0)} .note-open`)
    await page.type('Ask **Zuse** first')
    await page.press('Escape')
    await page.waitFor(
      (css) => document.querySelector(css)?.textContent === 'Zuse',
      `${row(0)} .note strong`,
    )
    await page.evaluate(
      (css) => {
        const field = document.querySelector(css) as HTMLSelectElement
        field.value = 'reading'
        field.dispatchEvent(new Event('change', { bubbles: true }))
      },
      `${row(0)} .status-select`,
    )
    await waitForText(page, /Reading\s+1/)
  })

  test('is filtered by tag and status, as its address says', async () => {
    await press('.shelf-tags .filter')
    await waitForListed([ids[0] as string])
    expect(await page.evaluate('location.hash')).toBe('#/saved?tag=thesis')
    await page.evaluate(`location.hash = '#/saved?status=to-read'`)
    await waitForListed(ids.slice(1))
    await page.evaluate(`location.hash = '#/saved'`)
    await waitForListed(ids)
  })

  test('is searched by what stands in a note', async () => {
    await press('.shelf-search input')
    await page.type('zuse')
    await waitForListed([ids[0] as string])
    // The address follows what is typed.
    await page.waitFor((hash) => location.hash === hash, '#/saved?q=zuse')
    await page.evaluate(`location.hash = '#/saved'`)
    await waitForListed(ids)
  })

  test('lets two selected papers go at once, and puts both back', async () => {
    await press(`${row(0)} .shelf-select`)
    await press(`${row(1)} .shelf-select`)
    await waitForText(page, /2 selected/)
    await press('.selection-delete')
    await waitForListed([ids[2] as string])
    await press('.toast-undo')
    await waitForListed(ids)
    await waitForText(page, /Ask Zuse first/)
  })

  test('keeps what was let go in the bin, from where it comes back with its note', async () => {
    await press(`${row(0)} .save`)
    await waitForListed(ids.slice(1))
    await page.evaluate(`location.hash = '#/bin'`)
    await waitForListed([ids[0] as string])
    await waitForText(page, /Ask Zuse first/)
    await press(`${row(0)} .bin-actions .save`)
    await waitForText(page, /The bin is empty/)
    await page.evaluate(`location.hash = '#/saved'`)
    await waitForListed(ids)
    await waitForText(page, /Ask Zuse first/)
  })

  // It is left alone for ten seconds, since its page might still be open: all the tests since.
  test('keeps the note of the page that was closed before it was saved', async () => {
    await page.waitFor(
      (css) => document.querySelector(css)?.textContent === 'Half a thought',
      `${row(1)} .note-text`,
      { timeoutMs: 30_000, what: 'the note of the page that was closed' },
    )
  })

  test('is there after a restart', async () => {
    await paperboy.restart()
    page = await paperboy.open('newtab.html#/saved?tag=thesis&status=reading')
    await waitForListed([ids[0] as string])
    await waitForText(page, /Ask Zuse first/)
    const newTab = await paperboy.open('newtab.html#/today')
    await newTab.waitFor(isSaved, ids[0] as string)
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
