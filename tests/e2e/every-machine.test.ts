import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import { readPapers, waitForIds, waitForText } from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { type Apache, startApache } from '../support/library/apache.ts'
import { type Line, openLine } from '../support/library/line.ts'
import { papersOfDay } from './expected-papers.ts'

const today = feedDateAt(new Date())

/** The one new tab of each browser, which goes from view to view as a reader does. */
const newTabs = new Map<Paperboy, ExtensionPage>()
/** And its settings, beside it. */
const settings = new Map<Paperboy, ExtensionPage>()

async function show(paperboy: Paperboy, view: string): Promise<ExtensionPage> {
  const page = newTabs.get(paperboy) ?? (await paperboy.open(`newtab.html${view}`))
  newTabs.set(paperboy, page)
  await page.evaluate(`void (location.hash = '${view}')`)
  return page
}

async function settingsOf(paperboy: Paperboy): Promise<ExtensionPage> {
  const page = settings.get(paperboy) ?? (await paperboy.open('options.html'))
  settings.set(paperboy, page)
  return page
}

/** Presses the button of a paper on today's page that saves it, or lets it go. */
async function press(paperboy: Paperboy, id: string): Promise<void> {
  const page = await show(paperboy, '#/today')
  const button = `article[data-paper-id="${id}"] button[aria-pressed]`
  const find = (css: string) => document.querySelector(css)?.getAttribute('aria-pressed')
  const before = await page.waitFor(find, button, { timeoutMs: 30_000 })
  await page.click(button)
  await page.waitFor(
    ([css, was]) => document.querySelector(css)?.getAttribute('aria-pressed') !== was,
    [button, before] as const,
  )
}

/** Waits until the list of saved papers has these, the last saved first. */
async function waitForSaved(paperboy: Paperboy, ids: readonly string[]): Promise<void> {
  await waitForIds(await show(paperboy, '#/saved'), readPapers, ids, 20_000)
}

async function restart(paperboy: Paperboy): Promise<void> {
  for (const pages of [newTabs, settings]) pages.delete(paperboy)
  await paperboy.restart()
}

async function fill(page: ExtensionPage, selector: string, text: string): Promise<void> {
  await page.waitFor((css) => document.querySelector(css) !== null, selector)
  await page.click(selector)
  await page.evaluate(() => (document.activeElement as HTMLInputElement).select())
  await page.type(text)
}

async function turnOn(
  page: ExtensionPage,
  folder: { url: string; user: string; password: string },
): Promise<void> {
  await fill(page, '#folder-url', folder.url)
  await fill(page, '#folder-user', folder.user)
  await fill(page, '#folder-password', folder.password)
  await page.click('.folder button[value=on]')
}

/** The machines' files. Of an upload that was cut off, Apache leaves a hidden one of its own. */
function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return names.map((name) => join(folder, name))
}

/** Everything that lies in the database, as text. */
function dump(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperboy')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const names = [...db.objectStoreNames]
      const transaction = db.transaction(names)
      const rows: unknown[] = []
      for (const name of names) {
        transaction.objectStore(name).getAll().onsuccess = (event) => {
          rows.push((event.target as IDBRequest).result)
        }
      }
      transaction.oncomplete = () => {
        db.close()
        resolve(JSON.stringify(rows))
      }
    }
  })
}

describe.each(browserNames)('%s: a library on two machines', (name) => {
  let server: FeedServer
  let apache: Apache
  let line: Line
  let first: Paperboy
  let second: Paperboy
  let ids: string[]

  beforeAll(async () => {
    server = await startFeedServer({ newest: today, papersADay: 4 })
    apache = await startApache()
    line = await openLine(apache.url)
    ids = papersOfDay(server.source, today)
      .slice(0, 3)
      .map(({ id }) => id)
    const open = () => openPaperboy(name, server.url, { allowed: ['http://127.0.0.1/*'] })
    first = await open()
    second = await open()
    for (const paperboy of [first, second]) newTabs.set(paperboy, paperboy.firstPage)
  }, 120_000)

  afterAll(async () => {
    await first?.close()
    await second?.close()
    await line?.close()
    await apache?.close()
    await server?.close()
  })

  /** Presses “Sync now” in the settings, and waits for what the page says then. */
  async function sync(paperboy: Paperboy, says = /Synced\./): Promise<void> {
    const page = await settingsOf(paperboy)
    await page.waitFor(() => {
      const buttons = [...document.querySelectorAll('button')]
      const button = buttons.find((each) => each.textContent?.trim() === 'Sync now')
      if (!button || button.disabled) return false
      button.click()
      return true
    }, undefined)
    await waitForText(page, says, 20_000)
    await page.waitFor(() => !document.querySelector('button:disabled'), undefined, {
      timeoutMs: 20_000,
    })
  }

  test('goes by the browser’s sync, from what one holds into the other', async () => {
    await press(first, ids[0] as string)
    const page = await settingsOf(first)
    await page.evaluate(`browser.runtime.sendMessage({ type: 'syncLibrary' })`)
    const items = await page.evaluate<Record<string, unknown>, undefined>(
      `browser.storage.sync.get(null)`,
    )
    expect(Object.keys(items)).toEqual(['p1.0'])
    // What the browser's own servers would do.
    const other = await settingsOf(second)
    await other.evaluate(`browser.storage.sync.set(${JSON.stringify(items)})`)
    await waitForSaved(second, [ids[0] as string])
    await waitForText(other, /Holds\s+1 paper/)
  })

  test('says what is wrong with a folder, and keeps nothing of it', async () => {
    const page = await settingsOf(first)
    await turnOn(page, { ...apache, password: 'wrong' })
    await waitForText(page, /does not take this user and password/)
    await turnOn(page, { ...apache, url: apache.readOnlyUrl })
    await waitForText(page, /does not let this user write/)
    await turnOn(page, { ...apache, url: `${apache.url}no/such/` })
    await waitForText(page, /no such folder/)
    await turnOn(page, { ...apache, url: 'ftp://127.0.0.1/' })
    await waitForText(page, /not the http\(s\) address/)
    expect(await page.evaluate(`browser.storage.local.get('everyMachine')`)).not.toHaveProperty(
      'everyMachine.webdav',
    )
  })

  test('goes by a WebDAV folder', async () => {
    for (const paperboy of [first, second]) {
      const page = await settingsOf(paperboy)
      await turnOn(page, { ...apache, url: line.through(apache.url) })
      await waitForText(page, /answered well/, 20_000)
    }
    expect(filesIn(apache.folder)).toHaveLength(2)
    await press(second, ids[1] as string)
    await sync(second)
    await sync(first)
    await waitForSaved(first, [ids[1] as string, ids[0] as string])
    await waitForText(settings.get(first) as ExtensionPage, /Other machines\s+1/)
  })

  test('loses nothing when the server dies, and goes on when it is back', async () => {
    await press(first, ids[0] as string)
    await apache.kill()
    await sync(first, /could not be reached/)
    await waitForSaved(first, [ids[1] as string])
    await apache.start()
    await sync(first)
    await sync(second)
    await waitForSaved(second, [ids[1] as string])
  })

  test('loses nothing when server and browser die in the middle of a file', async () => {
    const [saved, later] = [ids[1] as string, ids[0] as string]
    const syncing = async (paperboy: Paperboy) => {
      const page = await settingsOf(paperboy)
      await page.evaluate(`void browser.runtime.sendMessage({ type: 'syncLibrary' })`)
    }
    // The first sends what it has: the server dies with half of it.
    await press(first, later)
    const within = line.stopWithin('PUT', 60)
    await syncing(first)
    await within
    await apache.kill()
    line.mend()
    await apache.start()
    await sync(first)
    // The second fetches it: the server dies again.
    const fetching = line.stopWithin('GET', 60)
    await syncing(second)
    await fetching
    await apache.kill()
    line.mend()
    await apache.start()
    await sync(second)
    await waitForSaved(second, [later, saved])
    // It sends back that the paper was let go: now the browser dies.
    await press(second, later)
    const sending = line.stopWithin('PUT', 60)
    await syncing(second)
    await sending
    await restart(second)
    line.mend()
    await sync(second)
    await sync(first)
    await waitForSaved(first, [saved])
  })

  test('puts a file right that was cut short, and says so while it cannot', async () => {
    const files = filesIn(apache.folder)
    for (const file of files) truncateSync(file, 30)
    await sync(first, /damaged or cut short/)
    await sync(second)
    await sync(first)
    for (const file of files) expect(statSync(file).size).toBeGreaterThan(100)
    await press(second, ids[2] as string)
    await sync(second)
    await sync(first)
    await waitForSaved(first, [ids[2] as string, ids[1] as string])
  })

  test('survives a restart of the browser', async () => {
    await restart(second)
    await waitForSaved(second, [ids[2] as string, ids[1] as string])
    await press(first, ids[2] as string)
    await sync(first)
    await sync(second)
    await waitForSaved(second, [ids[1] as string])
  })

  test('keeps the password to itself', async () => {
    const page = await first.open('options.html')
    await page.waitFor(() => document.body.textContent?.includes('Turn off and forget'), undefined)
    expect(await page.evaluate(dump)).not.toContain(apache.password)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      apache.password,
    )
    for (const file of readdirSync(apache.folder)) {
      expect(readFileSync(join(apache.folder, file)).includes(apache.password)).toBe(false)
    }
    await page.close()
  })

  test('is forgotten on a click, the files left where they are', async () => {
    const page = await settingsOf(first)
    await page.waitFor(() => {
      const buttons = [...document.querySelectorAll('button')]
      buttons.find((each) => each.textContent?.trim() === 'Turn off and forget')?.click()
      return document.querySelector('#folder-url') !== null
    }, undefined)
    const kept = await page.evaluate(`browser.storage.local.get('everyMachine')`)
    expect(JSON.stringify(kept)).not.toContain(apache.password)
    expect(filesIn(apache.folder)).toHaveLength(2)
    await waitForSaved(first, [ids[1] as string])
  })

  test('asked nobody else, and threw no error on any page', () => {
    for (const { askedOutside, errors } of [first, second]) {
      // What a browser asks for on its own account is not ours to count.
      expect(askedOutside.filter((host) => /huggingface|hf\.co|arxiv|webdav/.test(host))).toEqual(
        [],
      )
      expect(errors).toEqual([])
    }
  })
})
