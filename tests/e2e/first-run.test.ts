import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import {
  readPapers,
  setEndpoint,
  waitForIds,
  waitForText,
} from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { idsOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())

describe.each(browserNames)('%s: a first run without the feed', (name) => {
  let server: FeedServer
  let paperboy: Paperboy

  beforeAll(async () => {
    server = await startFeedServer({ newest: today, papersADay: 6 })
    const gone = await startFeedServer()
    await gone.close()
    paperboy = await openPaperboy(name, gone.url)
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  test('says in words that nothing could be reached', async () => {
    const page = paperboy.firstPage
    await waitForText(page, /could not be reached/, 30_000)
    expect(await readPapers(page)).toEqual([])
  })

  test('fills the open new tab once an endpoint answers', async () => {
    await setEndpoint(paperboy, server.url)
    await waitForIds(paperboy.firstPage, readPapers, idsOfDay(server.source, today), 30_000)
  })

  test('draws the next new tab ahead while none is open', async () => {
    const page = await paperboy.open('library.html')
    await paperboy.firstPage.close()
    // As after a sync; should there be one just now, what it brought is drawn.
    const published = { stamp: 'other', popup: 'other' }
    await page.evaluate(() => localStorage.removeItem('firstPaint'))
    await page.evaluate(`browser.storage.local.set(${JSON.stringify({ published })})`)
    await page.waitFor(() => localStorage.getItem('firstPaint')?.includes('article'), null, {
      what: 'a first paint laid ahead',
    })
    await page.close()
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
