import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, feedDateAt } from '../../lib/model/feed-date.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readHits, readPapers, waitForIds } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { findDistinctiveWord, papersOfDay, withShortestTitle } from './expected-papers.ts'

const today = feedDateAt(new Date())

describe.each(browserNames)('%s: searching', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let wanted: { id: string; word: string }

  beforeAll(async () => {
    server = await startFeedServer({ newest: today })
    wanted = findDistinctiveWord(server.source)
    paperboy = await openPaperboy(name, server.url)
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
      () =>
        /found|most of|No paper/.test(document.querySelector('[role=status]')?.textContent ?? ''),
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

  test('completes an operator, and searches by it', async () => {
    const popup = await paperboy.open('popup.html')
    await popup.waitFor(() => document.activeElement?.matches('input[type=search]'), null)
    await popup.type(`${wanted.word} af`)
    await popup.waitFor(() => document.querySelector('[role=option]') !== null, null)
    await popup.press('ArrowRight')
    const tomorrow = addDays(today, 1)
    await popup.type(tomorrow)
    // By tomorrow it was not published, so nothing is left of what the word finds.
    await popup.waitFor(() => document.querySelector('.no-hits') !== null, null)
    expect(await popup.evaluate('document.querySelector("input").value')).toBe(
      `${wanted.word} after:${tomorrow}`,
    )
    await popup.close()
  })

  test('asks Hugging Face only when told to, and keeps only what is saved', async () => {
    // Older than what is fetched by itself.
    const olderOnes = papersOfDay(server.source, server.source.dates.at(-20) ?? '')
    const older = withShortestTitle(olderOnes)
    const title = older?.title.replace(/\s+/g, ' ') ?? ''
    const searches = () => server.requests.filter(({ path }) => path === '/api/papers/search')
    const popup = await paperboy.open('popup.html')
    await popup.waitFor(() => document.activeElement?.matches('input[type=search]'), null)
    await popup.type(title)
    await popup.waitFor(() => document.querySelector('.hub-ask') !== null, null)
    expect(searches()).toHaveLength(0)

    const countStored = () => popup.evaluate(countPapers)
    const before = await countStored()
    await popup.click('.hub-ask')
    const found = `.hub [data-paper-id="${older?.id}"]`
    await popup.waitFor((selector) => document.querySelector(selector) !== null, found)
    expect(searches().map(({ search }) => new URLSearchParams(search).get('q'))).toEqual([title])
    expect(await countStored()).toBe(before)

    await popup.click(`${found} .save`)
    const isSaved = (selector: string) =>
      document.querySelector(`${selector} .save[aria-pressed=true]`) !== null
    await popup.waitFor(isSaved, found)
    expect(await countStored()).toBe(before + 1)
    await popup.close()
    expect(await findInPopup(title)).toContain(older?.id)
    const saved = await paperboy.open('newtab.html#/saved')
    await waitForIds(saved, readPapers, [older?.id ?? ''])
    await saved.close()
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

/** How many papers are stored. Runs in the page. */
async function countPapers(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperboy')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const count = database.transaction('papers').objectStore('papers').count()
      count.onsuccess = () => {
        database.close()
        resolve(count.result)
      }
    }
  })
}

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
