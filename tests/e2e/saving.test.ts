import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readPapers, waitForIds } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { papersOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())

/** True once the paper's button says that it is saved. Runs in the page. */
function isSaved(id: string): boolean {
  const button = document.querySelector(`[data-paper-id="${id}"] button[aria-pressed="true"]`)
  const name = button?.getAttribute('aria-label') ?? button?.textContent ?? ''
  return name.trim().startsWith('Saved ')
}

describe.each(browserNames)('%s: a saved paper', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let id: string
  let title: string

  beforeAll(async () => {
    server = await startFeedServer({ newest: today })
    const papers = papersOfDay(server.source, today)
    ;({ id, title } = papers[2] as { id: string; title: string })
    paperboy = await openPaperboy(name, server.url)
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  test('is marked at once in every open new tab', async () => {
    const first = await paperboy.open('newtab.html#/today')
    const second = await paperboy.open('newtab.html#/today')
    const button = `article[data-paper-id="${id}"] button[aria-pressed]`
    for (const page of [first, second]) {
      await page.waitFor((css) => document.querySelector(css) !== null, button, {
        timeoutMs: 30_000,
      })
    }
    expect(await second.evaluate(isSaved, id)).toBe(false)

    await first.click(button)
    await first.waitFor(isSaved, id, { timeoutMs: 2000 })
    await second.waitFor(isSaved, id, { timeoutMs: 2000 })
  })

  test('is marked in the popup', async () => {
    const popup = await paperboy.open('popup.html')
    await popup.type(title)
    await popup.waitFor(isSaved, id)
    await popup.close()
  })

  test('is in the list of saved papers', async () => {
    const page = await paperboy.open('newtab.html#/saved')
    await waitForIds(page, readPapers, [id])
    await page.close()
  })

  test('survives a restart of the browser', async () => {
    await paperboy.restart()
    const saved = await paperboy.open('newtab.html#/saved')
    await waitForIds(saved, readPapers, [id])
    const newTab = await paperboy.open('newtab.html#/today')
    await newTab.waitFor(isSaved, id)
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
