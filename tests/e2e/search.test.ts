import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readHits, readPapers, waitForIds } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { findDistinctiveWord, idsOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())

describe.each(browserNames)('%s: searching', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let wanted: { id: string; word: string }

  beforeAll(async () => {
    server = await startFeedServer({ newest: today })
    wanted = findDistinctiveWord(server.source)
    paperboy = await openPaperboy(name, server.url)
    const page = await paperboy.open('newtab.html#/today')
    await waitForIds(page, readPapers, idsOfDay(server.source, today), 30_000)
    await page.close()
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  async function findInPopup(query: string): Promise<string[]> {
    const popup = await paperboy.open('popup.html')
    await popup.waitFor(() => document.activeElement?.matches('input[type=search]'), null)
    await popup.type(query)
    await popup.waitFor(
      () => /found|most|No paper/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      null,
    )
    const hits = await readHits(popup)
    await popup.close()
    return hits.map(({ id }) => id)
  }

  test('marks in the hit what was searched for', async () => {
    const page = await paperboy.open(`newtab.html#/search?q=${wanted.word}`)
    const marked = await page.waitFor(() => document.querySelector('mark')?.textContent, null)
    expect(marked.toLowerCase()).toBe(wanted.word.toLowerCase())
    await page.close()
  })

  test('finds a word with two letters swapped', async () => {
    const { id, word } = wanted
    const swapped = `${word.slice(0, -3)}${word.at(-2)}${word.at(-3)}${word.at(-1)}`
    expect(await findInPopup(swapped)).toContain(id)
  })

  test('still finds when the index on disk is damaged', async () => {
    const page = await paperboy.open('options.html')
    await page.evaluate(damageIndex)
    await page.close()
    expect(await findInPopup(wanted.word)).toContain(wanted.id)
    expect(await findInPopup(wanted.word)).toContain(wanted.id)
  })

  test('has thrown no error on any page', () => expect(paperboy.errors).toEqual([]))
})

/** Overwrites a byte of every block. Runs in the page. */
async function damageIndex(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await done(indexedDB.open('paperboy'))
  const store = database.transaction('segmentBlocks', 'readwrite').objectStore('segmentBlocks')
  for (const row of await done(store.getAll())) {
    row.bytes[0] ^= 0xff
    await done(store.put(row))
  }
  database.close()
}
