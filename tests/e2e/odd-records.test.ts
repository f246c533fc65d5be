import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readPapers, waitForIds, waitForText } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { idsOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())
const hostileTitle = '<script>pwned = 1</script><img src=x onerror="pwned = 1">'

/** Breaks the first five records beyond use, and makes four more as odd as they may be. */
// biome-ignore lint/suspicious/noExplicitAny: raw records, to be broken.
function makeOdd(records: any[]): unknown[] {
  const [noTitle, textForVotes, noPaper, noId, , crowded, linked, hostile] = records
  delete noTitle.paper.title
  delete noTitle.title
  textForVotes.paper.upvotes = 'many'
  noPaper.paper = null
  noId.paper.id = 7
  records[4] = 'not a record'
  crowded.paper.authors = Array.from({ length: 3303 }, (_, i) => ({ name: `Author ${i}` }))
  linked.paper.projectPage = 'javascript:pwned = 1'
  linked.paper.githubRepo = 'javascript:pwned = 1'
  hostile.paper.title = hostileTitle
  hostile.title = hostileTitle
  return [...records, structuredClone(crowded)]
}

describe.each(browserNames)('%s: a day with odd and broken records', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let page: ExtensionPage
  let ids: string[]

  beforeAll(async () => {
    server = await startFeedServer({ newest: today })
    ids = idsOfDay(server.source, today)
    const isToday = (url: URL) => url.searchParams.get('date') === today
    server.faults.set({ kind: 'mangle', change: makeOdd }, { only: isToday })
    paperboy = await openPaperboy(name, server.url)
    page = await paperboy.open('newtab.html#/today')
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  test('shows every paper that can be read, each once', async () => {
    await waitForIds(page, readPapers, ids.slice(5), 30_000)
  })

  test('says how many could not be read', async () => {
    await waitForText(page, /\b5 records could not be read/)
  })

  test('takes titles as text and links as http(s) or nothing', async () => {
    const titles = (await readPapers(page)).map((paper) => paper.title)
    expect(titles).toContain(hostileTitle)
    expect(await page.evaluate('typeof pwned')).toBe('undefined')
    expect(await page.evaluate(`document.querySelectorAll('[href^="javascript:"]').length`)).toBe(0)
  })

  test('has thrown no error on any page', () => {
    expect(paperboy.errors).toEqual([])
  })
})
