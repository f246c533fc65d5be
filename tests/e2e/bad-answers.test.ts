import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { type BrowserName, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import {
  askForNews,
  readPapers,
  waitForIds,
  waitForText,
} from '../support/browsers/paperboy-pages.ts'
import type { Fault } from '../support/feed/faults.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { idsOfDay } from './expected-papers.ts'
import { hostileTitle, makeOdd, unreadable } from './odd-records.ts'

const today = feedDateAt(new Date())

/** A fault, and what the page then has to say about it. */
type Case = { what: string; fault: Fault; says: RegExp }

const status = (code: number): Case => ({
  what: `HTTP ${code}`,
  fault: { kind: 'status', status: code },
  says: new RegExp(`HTTP ${code}`),
})

const cases: Case[] = [
  status(500),
  { what: 'a web page', fault: 'html', says: /web page/ },
  { what: 'JSON that stops in the middle', fault: 'truncated-json', says: /cut short/ },
  { what: 'an empty day', fault: 'empty-array', says: /0 of \d+ papers/ },
  status(400),
  status(404),
  status(503),
  { what: 'a broken connection', fault: 'reset', says: /could not be reached|cut short/ },
  { what: 'an object for a list', fault: 'object', says: /other than a list/ },
  { what: 'half a day', fault: 'half', says: /\d+ of \d+ papers/ },
  { what: 'an answer without an end', fault: 'flood', says: /without an end/ },
  { what: 'an answer that trickles', fault: 'endless', says: /20 seconds/ },
  // Last, because after it Paperboy leaves the feed alone for a while, whoever asks.
  status(429),
]

// What differs between browsers is how a connection fails; the rest is one code for both.
const runs: [BrowserName, Case[]][] = [
  ['Chromium', cases],
  [
    'Firefox',
    cases.filter(({ fault }) => ['html', 'truncated-json', 'reset'].includes(`${fault}`)),
  ],
]

describe.each(runs)('%s: the feed', (name, faults) => {
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
    page = paperboy.firstPage
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  describe('whose first day has odd and broken records', () => {
    test('shows every paper that can be read, each once', async () => {
      await waitForIds(page, readPapers, ids.slice(unreadable))
    })

    test('says how many could not be read', async () => {
      await waitForText(page, new RegExp(`\\b${unreadable} records could not be read`))
    })

    test('gives titles as text and links as http(s) or nothing', async () => {
      const titles = (await readPapers(page)).map((paper) => paper.title)
      expect(titles).toContain(hostileTitle)
      expect(await page.evaluate('typeof pwned')).toBe('undefined')
      expect(await page.evaluate(`document.querySelectorAll('[href^="javascript:"]').length`)).toBe(
        0,
      )
    })
  })

  test.each(faults)(
    'after a good day, $what leaves it standing and is told',
    async ({ fault, says }) => {
      server.faults.set(undefined)
      await askForNews(page)
      await waitForIds(page, readPapers, ids)

      server.faults.set(fault)
      await askForNews(page)
      await waitForText(page, says)
      await waitForIds(page, readPapers, ids)
      const fresh = await paperboy.open('newtab.html#/today')
      await waitForIds(fresh, readPapers, ids)
      await fresh.close()
    },
  )

  test('no page has thrown an error', () => {
    expect(paperboy.errors).toEqual([])
  })
})
