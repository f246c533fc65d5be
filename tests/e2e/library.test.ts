import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedDateAt } from '../../lib/model/feed-date.ts'
import type { ExtensionPage } from '../support/browsers/browser.ts'
import { giveFile, pressButton } from '../support/browsers/library-page.ts'
import { browserNames, openPaperboy, type Paperboy } from '../support/browsers/open-paperboy.ts'
import {
  readPapers,
  waitForIds,
  waitForText,
  waitUntil,
} from '../support/browsers/paperboy-pages.ts'
import { type FeedServer, startFeedServer } from '../support/feed/feed-server.ts'
import { bibtex, paperMemory } from '../unit/library/bring-in/samples.ts'

const ofBibtex = ['2608.13210', '2305.00012', '1706.03762', '2401.00001', '2401.00003']

/** A BibTeX file of many papers, each with an abstract. */
function manyEntries(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const id = `2607.${String(i + 1).padStart(5, '0')}`
    return `@misc{k${i}, eprint={${id}}, title={Paper ${i}}, author={Ada One}, abstract={${'We do it. '.repeat(60)}}}\n`
  }).join('')
}

describe.each(browserNames)('%s: the library', (name) => {
  let server: FeedServer
  let paperboy: Paperboy
  let page: ExtensionPage

  beforeAll(async () => {
    server = await startFeedServer({ newest: feedDateAt(new Date()), papersADay: 1 })
    paperboy = await openPaperboy(name, server.url, { at: 'library.html' })
    page = paperboy.firstPage
  })

  afterAll(async () => {
    await paperboy?.close()
    await server?.close()
  })

  const savedCount = async () => {
    const text = String(await page.evaluate('document.querySelector("header nav a").textContent'))
    return Number(/^(\d+) papers? saved$/.exec(text)?.[1] ?? 0)
  }
  const savedIds = async () => {
    const tab = await paperboy.open('newtab.html#/saved')
    await waitUntil(async () => (await readPapers(tab)).length > 0, 'what is saved')
    const ids = (await readPapers(tab)).map(({ id }) => id)
    await tab.close()
    return ids.sort()
  }

  test('shows what a BibTeX file would bring, and brings it', async () => {
    await giveFile(page, 'references.bib', bibtex)
    await waitForText(page, /new\s+5\s+already there\s+0\s+unreadable\s+2/)
    await waitForText(page, /line 49 broken A brace or quote is not closed/)
    expect(await savedCount()).toBe(0)
    await pressButton(page, 'Bring in 5 papers')
    await waitForText(page, /5 papers brought in\./)
    expect(await savedIds()).toEqual(ofBibtex.toSorted())
  })

  test('adds what PaperMemory says besides, tags and notes included', async () => {
    await pressButton(page, 'Another file')
    await giveFile(page, 'memory-data.json', paperMemory)
    await waitForText(page, /new\s+2\s+already there\s+1\s+unreadable\s+0/)
    await pressButton(page, 'Bring in 2 papers')
    await waitForText(page, /2 papers brought in\. 1 paper that you had got tags or a note/)
    expect(await savedIds()).toEqual([...ofBibtex, '2501.00007', 'acl:2020.acl-main.405'].sort())
  })

  test('is as it was when bringing in is cancelled', async () => {
    await pressButton(page, 'Another file')
    await giveFile(page, 'many.bib', manyEntries(3000))
    await waitForText(page, /new\s+3,000/, 30_000)
    await pressButton(page, 'Bring in 3,000 papers')
    await waitForText(page, /[1-9][\d,]* of 3,000 papers brought in/, 30_000)
    await pressButton(page, 'Cancel')
    await waitForText(page, /Drop a file here/)
    expect(await savedIds()).toHaveLength(7)
  })

  test('takes a copy, and brings back from it all that was let go since', async () => {
    await pressButton(page, 'Take a backup now')
    await waitForText(page, /A backup was taken\.[\s\S]*7 papers/)
    const before = await savedIds()
    const tab = await paperboy.open('newtab.html#/saved')
    await waitForIds(
      tab,
      async (each) => (await readPapers(each)).sort((a, b) => a.id.localeCompare(b.id)),
      before,
    )
    for (let left = before.length; left > 0; left--) {
      await tab.click('[data-paper-id] button[aria-pressed="true"]')
      await waitUntil(async () => (await readPapers(tab)).length === left - 1, 'one paper less')
    }
    await waitForText(tab, /Bring them in/)
    await tab.close()

    await pressButton(page, 'Restore…')
    await waitForText(page, /new\s+7[\s\S]*you deleted here before/)
    await pressButton(page, 'Restore 7 papers')
    await waitForText(page, /7 papers brought in/)
    expect(await savedIds()).toEqual(before)
  })

  test('says of a damaged backup that it is one, and gives what can be read', async () => {
    await pressButton(page, 'Another file')
    await giveFile(page, 'cut.json', '{\n"paperboy":"backup",\n"version":1,\n"saved":[\n{"id":"26')
    await waitForText(page, /ends too early: part of it is missing/)
    await pressButton(page, 'Another file')
  })

  test('tells on the settings page when the last copy was taken', async () => {
    const settings = await paperboy.open('options.html')
    await waitForText(settings, /The last backup of what you save is of .* and holds 7 papers/)
    await settings.close()
  })

  // Firefox has no picker for folders, and a test cannot answer its question about downloads.
  const inChromium = name === 'Chromium' ? test : () => {}
  inChromium('writes a file into the chosen folder, and every week from then on', async () => {
    // A folder of the browser's own stands in for one that a person would choose.
    await page.evaluate('window.showDirectoryPicker = () => navigator.storage.getDirectory()')
    await pressButton(page, 'Choose a folder…')
    await waitForText(page, /The first file is there: paperboy-backup-[\d-]+\.json\.gz/)
    const week = 'new Date(Date.now() - 8 * 86400000).getTime()'
    await page.evaluate(`new Promise((resolve) => {
      const open = indexedDB.open('paperboy')
      open.onsuccess = () => {
        const store = open.result.transaction(['libraryState', 'saved'], 'readwrite').objectStore('libraryState')
        store.get('weeklyFile').onsuccess = ({ target: { result: row } }) => {
          Object.assign(row.value, { checkedAt: ${week}, writtenAt: ${week}, checksum: 'another' })
          store.put(row).onsuccess = () => { open.result.close(); resolve() }
        }
      }
    })`)
    const tab = await paperboy.open('newtab.html#/today')
    await waitUntil(
      async () => {
        await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))')
        return /\.json\.gz, of \d+:\d\d/.test(
          String(await page.evaluate('document.body.innerText')),
        )
      },
      'today’s file',
      15_000,
    )
    await tab.close()
    const size = await page.evaluate(`navigator.storage.getDirectory().then(async (folder) => {
      for await (const [, file] of folder.entries()) return (await file.getFile()).size
    })`)
    expect(size).toBeGreaterThan(500)
  })

  test('has thrown no error on any page, and asked nobody about papers', () => {
    expect(paperboy.errors).toEqual([])
    expect(paperboy.askedOutside.filter((host) => /arxiv|huggingface/.test(host))).toEqual([])
  })
})
