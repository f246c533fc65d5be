import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { onCommand } from '../../../lib/messages.ts'
import type { HubAnswer } from '../../../lib/model/hub-search.ts'
import { createSearch, hubOf } from '../../../lib/state/search.ts'
import { searchCommands } from '../../../lib/state/search-commands.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { makeFetched, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { plainAnswers } from '../plain-answers.ts'

const found = [
  makeFetched({ id: '2608.00001', title: 'Sparse Jobs' }),
  makeFetched({ id: '2608.00002', title: 'Dense Jobs' }),
]
const searchHub = vi.fn<(ask: { words: string }) => Promise<HubAnswer>>()
const saveFound = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  searchHub.mockReset().mockResolvedValue({ papers: found, dropped: 0 })
  saveFound.mockReset().mockResolvedValue(true)
  onCommand({ ...plainAnswers, searchHub, saveFound })
})

function open() {
  const db = openDatabase()
  const search = createSearch()
  const fail = vi.fn()
  return { db, search, fail, commands: searchCommands(db, search, fail) }
}

test('it asks for the words of the query and shows what comes, marked', async () => {
  const { search, commands } = open()
  const asked = commands.askHub('sparse is:unread')
  expect(search.hub.value).toEqual({ query: 'sparse is:unread', state: 'asking' })
  await asked
  expect(searchHub).toHaveBeenCalledExactlyOnceWith({ words: 'sparse' })
  await vi.waitFor(() => expect(search.hub.value).toMatchObject({ state: 'answered', dropped: 0 }))
  const { hub } = search
  if (hub.value?.state !== 'answered') throw new Error('It has answered.')
  expect(hub.value.cards.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
  expect(hub.value.cards[0]?.markedTitle[0]).toEqual({ text: 'Sparse', isMarked: true })
})

test('a query without words is not sent, and one that is being asked not twice', async () => {
  const { search, commands } = open()
  await commands.askHub('is:saved')
  expect(search.hub.value).toBeUndefined()
  await Promise.all([commands.askHub('sparse'), commands.askHub('sparse')])
  expect(searchHub).toHaveBeenCalledTimes(1)
})

test('an answer that comes too late is not shown', async () => {
  const { search, commands } = open()
  const slow = Promise.withResolvers<HubAnswer>()
  searchHub.mockReturnValueOnce(slow.promise)
  const first = commands.askHub('sparse')
  searchHub.mockResolvedValueOnce({ problem: 'It is down.' })
  await commands.askHub('dense')
  slow.resolve({ papers: found, dropped: 0 })
  await first
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(search.hub.value).toEqual({ query: 'dense', state: 'failed', problem: 'It is down.' })
  expect(hubOf(search, 'sparse')).toBeUndefined()
})

test('it tells of a problem, and when it can be asked again', async () => {
  const { search, commands } = open()
  searchHub.mockResolvedValueOnce({ problem: 'It asks for a pause.', retryAt: 5 })
  await commands.askHub('sparse')
  expect(search.hub.value).toMatchObject({ state: 'failed', retryAt: 5 })
  searchHub.mockRejectedValueOnce(new Error('The disk is full.'))
  await commands.askHub('sparse')
  expect(search.hub.value).toMatchObject({ state: 'failed', problem: 'The disk is full.' })
})

test('what is saved here is shown as saved, as long as it is', async () => {
  const { db, search, commands } = open()
  await db.papers.put(makePaper({ id: '2608.00002' }))
  await savePaper(db, '2608.00002', 5)
  await commands.askHub('jobs')
  const savedAt = () => {
    const { value } = search.hub
    return value?.state === 'answered' ? value.cards.map((card) => card.savedAt) : 'nothing'
  }
  await vi.waitFor(() => expect(savedAt()).toEqual([undefined, 5]))
  await releasePapers(db, ['2608.00002'], 6)
  await vi.waitFor(() => expect(savedAt()).toEqual([undefined, undefined]))
})

test('saving hands over the paper as it came; letting go needs nobody', async () => {
  const { db, search, commands, fail } = open()
  await commands.askHub('jobs')
  await vi.waitFor(() => expect(search.hub.value?.state).toBe('answered'))
  await commands.setSavedFromHub('2608.00001', true)
  expect(saveFound).toHaveBeenCalledExactlyOnceWith({ paper: found[0] })
  await db.papers.put(makePaper({ id: '2608.00001' }))
  await savePaper(db, '2608.00001', 5)
  await commands.setSavedFromHub('2608.00001', false)
  expect(await db.saved.count()).toBe(0)
  saveFound.mockRejectedValueOnce(new Error('The disk is full.'))
  await commands.setSavedFromHub('2608.00002', true)
  expect(fail).toHaveBeenCalledWith(new Error('The disk is full.'))
})

test('opening leaves a mark only on what is stored', async () => {
  const { db, search, commands } = open()
  await commands.askHub('jobs')
  await vi.waitFor(() => expect(search.hub.value?.state).toBe('answered'))
  await commands.openFromHub('2608.00001')
  expect(await db.reads.count()).toBe(0)
  await db.papers.put(makePaper({ id: '2608.00001' }))
  await commands.openFromHub('2608.00001')
  expect(await db.reads.count()).toBe(1)
})
