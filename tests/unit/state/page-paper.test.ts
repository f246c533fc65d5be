import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { keepPaper } from '../../../lib/db/pending.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { onCommand } from '../../../lib/messages.ts'
import {
  firstPagePaper,
  type OpenPage,
  openPageOf,
  type Tab,
} from '../../../lib/state/open-page.ts'
import { createPopup } from '../../../lib/state/popup.ts'
import { connectPopup } from '../../../lib/state/popup-live.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { fakeSurfaces } from '../fake-surfaces.ts'
import { makeFetched, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { plainAnswers } from '../plain-answers.ts'
import { storePapers } from '../search/store-papers.ts'

const id = '2608.00001'
const arxivPage: OpenPage = { id, title: 'On Zebras', read: async () => undefined }
const siteId = 'openreview:aBc_-123'
const openReview: OpenPage = { ...arxivPage, id: siteId }
const keep = vi.fn(plainAnswers.keepPaper)
const saveFound = vi.fn(plainAnswers.saveFound)
const findByTitle = vi.fn(plainAnswers.findByTitle)
let surfaces: ReturnType<typeof fakeSurfaces>

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  surfaces = fakeSurfaces()
  onCommand({ ...plainAnswers, keepPaper: keep, saveFound, findByTitle })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const mock of [keep, saveFound, findByTitle]) mock.mockClear()
})

function open(page: OpenPage, db = openDatabase()) {
  const popup = createPopup(undefined, firstPagePaper(page))
  return { db, popup, commands: connectPopup(popup, { db, page }) }
}
type Popup = ReturnType<typeof open>['popup']
const shows = (popup: Popup, expected: object) =>
  vi.waitFor(() => expect(popup.page.value).toMatchObject(expected))

describe('the tab under the popup', () => {
  const read = (tab: Tab) => openPageOf(tab, 'https://huggingface.co')

  test('is read when it shows a paper', async () => {
    const url = `https://arxiv.org/pdf/${id}v3`
    expect(read({ url, title: `${id}v3.pdf` })).toMatchObject({ id })
    const { read: _, ...page } = arxivPage
    expect(read({ url, title: `[${id}] On Zebras` })).toMatchObject(page)
  })

  test('is looked into where it is of another site, and never elsewhere', async () => {
    const { executeScript } = surfaces.scripting
    executeScript.mockResolvedValue([{ result: { citation_title: ['On Zebras'] } }])
    const forum = read({ id: 7, url: 'https://openreview.net/forum?id=aBc_-123' })
    expect(await forum?.read()).toMatchObject({ id: siteId, title: 'On Zebras' })
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ target: { tabId: 7 } }),
    )
    const abs = read({ id: 7, url: `https://arxiv.org/abs/${id}` })
    expect(await abs?.read()).toBeUndefined()
    expect(executeScript).toHaveBeenCalledOnce()
    // As in what shows a PDF.
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'))
    expect(await forum?.read()).toBeUndefined()
  })

  test('is left alone when it shows none, or the browser does not tell', async () => {
    expect(read({ url: 'https://example.org' })).toBeUndefined()
    expect(read({})).toBeUndefined()
  })
})

describe('before the database is open', () => {
  test.each<[string, OpenPage | undefined, object | undefined]>([
    ['nothing is said of another page', undefined, undefined],
    ['a paper is called as its tab', arxivPage, { state: 'reading', title: 'On Zebras' }],
    ['or by its id', { ...arxivPage, title: undefined }, { title: `arXiv ${id}` }],
    ['of any site', { ...openReview, title: undefined }, { title: 'OpenReview aBc_-123' }],
  ])('%s', (_what, page, expected) => {
    const first = firstPagePaper(page)
    if (expected) expect(first).toMatchObject(expected)
    else expect(first).toBeUndefined()
  })
})

describe('the paper of the page', () => {
  test('is shown when it is stored, and as saved once it is', async () => {
    const { db, popup } = open(arxivPage)
    await shows(popup, { state: 'unknown', id, title: 'On Zebras' })
    await db.papers.put(makePaper({ id, title: 'On Zebras, Whole' }))
    await shows(popup, { state: 'stored', card: { id, title: 'On Zebras, Whole' } })
    await savePaper(db, id, 1000)
    await shows(popup, { card: { savedAt: 1000 } })
  })

  test('is shown as waiting until it is looked up', async () => {
    const { db, popup } = open(arxivPage)
    await keepPaper(db, { id, title: 'On Zebras', savedFrom: 'page' }, 1000)
    await shows(popup, { state: 'stored', card: { savedAt: 1000, pendingSince: 1000 } })
  })

  test('is saved by the background, with what the tab calls it', async () => {
    const { popup, commands } = open(arxivPage)
    await shows(popup, { state: 'unknown' })
    await commands.setPageSaved(id, true)
    expect(keep).toHaveBeenCalledExactlyOnceWith({ id, title: 'On Zebras', savedFrom: 'page' })
  })

  test('is let go again', async () => {
    const { db, popup, commands } = open(arxivPage)
    await keepPaper(db, { id, savedFrom: 'page' }, 1000)
    await commands.setPageSaved(id, false)
    expect(await db.saved.count()).toBe(0)
    await shows(popup, { state: 'unknown' })
  })

  test('that could not be saved is said so', async () => {
    keep.mockRejectedValueOnce(new Error('The disk is full.'))
    const { popup, commands } = open(arxivPage)
    await commands.setPageSaved(id, true)
    expect(popup.failure.value).toBe('The disk is full.')
  })
})

describe('a page of another site than arXiv', () => {
  test('shows the stored paper with that title', async () => {
    const db = openDatabase()
    await storePapers(db, [makePaper({ id, title: 'On zebras' })])
    const { popup } = open(openReview, db)
    await shows(popup, { state: 'stored', card: { id } })
  })

  test('shows what the page says, and saves it with that', async () => {
    const record = makeFetched({ id: siteId, title: 'On Zebras, Whole' })
    const { popup, commands } = open({ ...openReview, read: async () => record })
    await shows(popup, { state: 'unknown', title: 'On Zebras, Whole', said: record })
    await commands.setPageSaved(siteId, true)
    expect(keep).toHaveBeenCalledExactlyOnceWith({
      ...{ id: siteId, title: 'On Zebras', savedFrom: 'page', record },
    })
    void commands.lookUpTitle()
    expect(findByTitle).toHaveBeenCalledExactlyOnceWith({ title: 'On Zebras, Whole' })
  })

  test('makes one whole that was saved by its link, when the popup is opened there', async () => {
    const db = openDatabase()
    await keepPaper(db, { id: siteId, savedFrom: 'link' }, 1000)
    const record = makeFetched({ id: siteId, title: 'On Zebras, Whole' })
    const { popup } = open({ ...openReview, read: async () => record }, db)
    await shows(popup, { state: 'stored', card: { title: 'On Zebras, Whole', savedAt: 1000 } })
    expect(await db.saved.get(siteId)).not.toHaveProperty('pendingSince')
  })

  test('shows its own paper before one of the same title', async () => {
    const db = openDatabase()
    await storePapers(db, [makePaper({ id, title: 'On zebras' })])
    await keepPaper(db, { id: siteId, title: 'On Zebras', savedFrom: 'link' }, 1000)
    const { popup } = open(openReview, db)
    await shows(popup, { state: 'stored', card: { id: siteId } })
  })

  test('has nothing to look up where nobody tells the title', async () => {
    const { popup } = open({ ...openReview, title: undefined })
    await shows(popup, { state: 'unknown', title: 'OpenReview aBc_-123' })
    expect(popup.page.value).not.toHaveProperty('lookUp')
  })

  test('asks nobody before the reader wishes it', async () => {
    const { popup } = open(openReview)
    await shows(popup, { state: 'unknown', id: siteId, lookUp: { state: 'offered' } })
    expect(findByTitle).not.toHaveBeenCalled()
  })

  test('shows what was found elsewhere, and saves that', async () => {
    const paper = makeFetched({ id, title: 'On Zebras' })
    const answer = Promise.withResolvers<{ paper: typeof paper }>()
    findByTitle.mockReturnValueOnce(answer.promise)
    const { popup, commands } = open(openReview)
    void commands.lookUpTitle()
    await shows(popup, { lookUp: { state: 'asking' } })
    // Asked twice, it is sent once.
    void commands.lookUpTitle()
    answer.resolve({ paper })
    await shows(popup, { lookUp: { state: 'found', card: { id } } })
    expect(findByTitle).toHaveBeenCalledExactlyOnceWith({ title: 'On Zebras' })
    await commands.setPageSaved(id, true)
    expect(saveFound).toHaveBeenCalledExactlyOnceWith({ paper, savedFrom: 'page' })
    expect(keep).not.toHaveBeenCalled()
  })

  test.each([
    [{ missing: 'unknown' } as const, { state: 'missing', isArxivAsked: true }],
    [{ missing: 'unasked' } as const, { state: 'missing', isArxivAsked: false }],
    [{ problem: 'It asks for a pause.' }, { state: 'failed', problem: 'It asks for a pause.' }],
  ])('says of %j what there is to say', async (answer, lookUp) => {
    findByTitle.mockResolvedValueOnce(answer)
    const { popup, commands } = open(openReview)
    await commands.lookUpTitle()
    await shows(popup, { lookUp })
  })

  test('is looked up at arXiv as soon as that may be asked', async () => {
    findByTitle.mockResolvedValueOnce({ missing: 'unasked' })
    const { popup, commands } = open(openReview)
    await commands.lookUpTitle()
    await shows(popup, { lookUp: { state: 'missing' } })
    expect(popup.mayAskArxiv.value).toBe(false)
    findByTitle.mockResolvedValueOnce({ paper: makeFetched({ id, title: 'On Zebras' }) })
    surfaces.allowed.add('https://export.arxiv.org/*')
    surfaces.tell('leave')
    await shows(popup, { lookUp: { state: 'found' } })
    expect(popup.mayAskArxiv.value).toBe(true)
  })
})
