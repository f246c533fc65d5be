import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '../../entrypoints/background/index.ts'
import type { PaperboyDatabase } from '../../lib/db/database.ts'
import { writeLocal } from '../../lib/local-store.ts'
import { fakeOmnibox } from './fake-omnibox.ts'
import { fakeSurfaces } from './fake-surfaces.ts'
import { makePaper } from './make-paper.ts'
import { openDatabase } from './open-database.ts'
import { storePapers } from './search/store-papers.ts'
import { startArxiv } from './start-arxiv.ts'
import { startFeed } from './start-feed.ts'

const id = '2501.99999'
const abs = { id: 7, url: `https://arxiv.org/abs/${id}v2`, title: `[${id}] On Zebras` }
const ofForum = 'openreview:aBc_-123'
const forum = { id: 7, url: 'https://openreview.net/forum?id=aBc_-123', title: 'OpenReview' }
let surfaces: ReturnType<typeof fakeSurfaces>

beforeEach(() => {
  fakeBrowser.reset()
  fakeOmnibox()
  surfaces = fakeSurfaces()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The background with its own database, a feed, and arXiv, which may be asked or not. */
async function start({ isAllowed = false, endpoint = '' } = {}) {
  const db = openDatabase('paperboy')
  await Promise.all(db.tables.map((table) => table.clear()))
  const feed = await startFeed()
  const arxiv = await startArxiv([{ id, title: 'On Zebras', authors: ['Ada One'] }])
  if (isAllowed) surfaces.allowed.add('http://127.0.0.1/*')
  await writeLocal({ settings: { endpoint: endpoint || feed.url, arxiv: arxiv.url } })
  background.main()
  return { db, feed, arxiv }
}

const pressKey = (tab: object) => surfaces.tell('command', 'save-paper', tab)

describe('the key that saves', () => {
  test('keeps the paper of the tab, and looks it up behind', async () => {
    const { db } = await start({ isAllowed: true })
    await pressKey(abs)
    expect(surfaces.said()).toEqual(['Saved, and being looked up: On Zebras'])
    expect(surfaces.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '✓' })
    await vi.waitFor(async () =>
      expect(await db.saved.get(id)).toMatchObject({
        ...{ savedFrom: 'page', record: { authors: ['Ada One'] } },
      }),
    )
    expect(await db.saved.get(id)).not.toHaveProperty('pendingSince')
  })

  test('saves one that is stored at once, and then says since when', async () => {
    const { db, feed } = await start()
    await db.papers.put(makePaper({ id, title: 'On Zebras' }))
    await pressKey({ ...abs, url: `https://www.alphaxiv.org/overview/${id}` })
    await pressKey(abs)
    expect(surfaces.said()).toEqual([
      'Saved: On Zebras',
      expect.stringMatching(/^Already saved on [A-Z][a-z]+ \d+: On Zebras$/),
    ])
    expect(feed.requests).toEqual([])
  })

  test.each([
    ['a page of something else', { url: 'https://example.org/' }, /knows of no paper here/],
    ['a tab that tells no address', {}, /knows of no paper here/],
  ])('says why it saves nothing on %s', async (_what, tab, words) => {
    const { db } = await start()
    await pressKey({ id: 7, ...tab })
    expect(surfaces.said()).toEqual([expect.stringMatching(words)])
    expect(surfaces.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' })
    expect(await db.saved.count()).toBe(0)
  })

  test('saves a paper of OpenReview that is stored by its title', async () => {
    const { db } = await start()
    await storePapers(db, [makePaper({ id, title: 'On Zebras: A Study' })])
    await pressKey({ ...forum, title: 'On zebras – a study | OpenReview' })
    expect(surfaces.said()).toEqual(['Saved: On Zebras: A Study'])
  })

  test('saves one that nobody else knows with what its page says, and asks nobody', async () => {
    const { db, feed, arxiv } = await start({ isAllowed: true })
    const tags = { citation_title: ['On Zebras'], citation_author: ['Ada One'] }
    surfaces.scripting.executeScript.mockResolvedValue([{ result: tags }])
    await pressKey(forum)
    await pressKey(forum)
    expect(surfaces.said()).toEqual([
      'Saved: On Zebras',
      expect.stringMatching(/^Already saved on .*: On Zebras$/),
    ])
    expect(await db.saved.get(ofForum)).toMatchObject({
      ...{ savedFrom: 'page', record: { title: 'On Zebras', authors: ['Ada One'] } },
    })
    expect(await db.papers.count()).toBe(0)
    expect([...feed.requests, ...arxiv.requests]).toEqual([])
  })

  test('keeps a PDF of such a site by its link, and completes it on its page', async () => {
    const { db, feed } = await start()
    await pressKey({ id: 7, url: 'https://openreview.net/pdf?id=aBc_-123', title: '123.pdf' })
    expect(surfaces.said()).toEqual([
      expect.stringMatching(/^Saved\. Open its page .*OpenReview aBc/),
    ])
    const tags = { citation_title: ['On Zebras'], citation_author: ['Ada One'] }
    surfaces.scripting.executeScript.mockResolvedValue([{ result: tags }])
    await pressKey(forum)
    expect(await db.saved.toArray()).toMatchObject([{ record: { title: 'On Zebras' } }])
    expect(await db.saved.get(ofForum)).not.toHaveProperty('pendingSince')
    expect(feed.requests).toEqual([])
  })

  test('asks for the tab where the browser does not tell it', async () => {
    const { db } = await start()
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([abs] as never)
    await surfaces.tell('command', 'save-paper')
    expect(await db.saved.count()).toBe(1)
  })

  test('clears what it said after a moment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    await start()
    await pressKey({ id: 7 })
    await vi.advanceTimersByTimeAsync(5000)
    vi.useRealTimers()
    expect(surfaces.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '' })
    expect(surfaces.action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: '' })
  })

  test('leaves other keys alone', async () => {
    await start()
    await surfaces.tell('command', 'other', abs)
    expect(surfaces.said()).toEqual([])
  })
})

describe('the menu', () => {
  const choose = (info: object) => surfaces.tell('menu', info, { id: 7, title: 'A list' })

  test('is there for links and pages, once, after an install and a start', async () => {
    await start()
    await fakeBrowser.runtime.onInstalled.trigger({} as never)
    await fakeBrowser.runtime.onStartup.trigger()
    await vi.waitFor(() => expect(surfaces.contextMenus.removeAll).toHaveBeenCalledTimes(2))
    await vi.waitFor(() =>
      expect(surfaces.menus.map((menu) => menu.id)).toEqual(['save-link', 'save-page']),
    )
  })

  test('follows the reader’s mirror', async () => {
    await start()
    await writeLocal({ settings: { endpoint: 'https://hub.example' } })
    await vi.waitFor(() =>
      expect(surfaces.menus[0]?.targetUrlPatterns).toContain('*://hub.example/*papers/*'),
    )
  })

  test.each([
    ['its text', 'On Zebras', 'On Zebras'],
    ['its id where its text is none', 'PDF', `arXiv ${id}`],
    ['its id where the browser does not tell its text', undefined, `arXiv ${id}`],
  ])('keeps the paper of a link by %s', async (_what, linkText, title) => {
    const { db } = await start({ endpoint: 'http://127.0.0.1:9' })
    const linkUrl = `https://arxiv.org/pdf/${id}v1.pdf`
    choose({ menuItemId: 'save-link', linkUrl, linkText })
    await vi.waitFor(async () =>
      expect(await db.saved.toArray()).toMatchObject([
        { id, savedFrom: 'link', record: { title }, pendingSince: expect.any(Number) },
      ]),
    )
  })

  test('keeps the paper of a link to another site', async () => {
    const { db } = await start()
    choose({ menuItemId: 'save-link', linkUrl: 'https://aclanthology.org/P19-1001.pdf' })
    await vi.waitFor(async () =>
      expect(await db.saved.toArray()).toMatchObject([
        { id: 'acl:P19-1001', savedFrom: 'link', record: { title: 'ACL Anthology P19-1001' } },
      ]),
    )
    expect(surfaces.scripting.executeScript).not.toHaveBeenCalled()
  })

  test('saves the page itself', async () => {
    const { db } = await start()
    surfaces.tell('menu', { menuItemId: 'save-page' }, abs)
    await vi.waitFor(async () => expect(await db.saved.count()).toBe(1))
  })
})

describe('a paper kept offline', () => {
  async function startWaiting(isAllowed: boolean) {
    const began = await start({ isAllowed, endpoint: 'http://127.0.0.1:9' })
    began.arxiv.setFault({ status: 500 })
    await pressKey(abs)
    await vi.waitFor(async () => expect(await began.db.saved.count()).toBe(1))
    if (isAllowed) await vi.waitFor(() => expect(began.arxiv.requests).toHaveLength(1))
    began.arxiv.setFault(undefined)
    await writeLocal({ settings: { endpoint: began.feed.url, arxiv: began.arxiv.url } })
    // The three seconds that arXiv asks for are tested elsewhere.
    await began.db.syncState.clear()
    return began
  }
  const isFilledIn = (db: PaperboyDatabase) =>
    vi.waitFor(async () => expect((await db.saved.get(id))?.record.authors).toEqual(['Ada One']), {
      timeout: 5000,
    })

  test.each([
    ['the browser is online again', () => surfaces.tell('online')],
    ['the alarm rings', () => fakeBrowser.alarms.onAlarm.trigger({ name: 'sync' } as never)],
  ])('is filled in when %s', async (_when, happen) => {
    const { db } = await startWaiting(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await db.syncState.clear()
    await happen()
    await isFilledIn(db)
  })

  test('waits for arXiv as long as it may not be asked, and comes when it may', async () => {
    const { db, arxiv, feed } = await startWaiting(false)
    surfaces.tell('online')
    await vi.waitFor(async () => expect((await db.saved.get(id))?.triedAt).toBeDefined())
    expect(feed.requests.map(({ path }) => path)).toContain(`/api/papers/${id}`)
    expect(arxiv.requests).toEqual([])
    surfaces.allowed.add('http://127.0.0.1/*')
    surfaces.tell('leave')
    await isFilledIn(db)
  })
})
