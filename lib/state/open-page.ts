import { browser } from 'wxt/browser'
import type { PagePaper } from '../model/page-paper.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { paperIdAt } from '../model/paper-address.ts'
import { isSiteId, nameOfId } from '../model/paper-id.ts'
import { titleOfTab } from '../model/tab-title.ts'
import { readPageTags, readTags } from '../sources/page-tags.ts'

/** A paper's page that the reader has open. */
export interface OpenPage {
  /** Of its paper. */
  id: string
  /** The paper's, where the tab tells it. */
  title?: string
  /** What the page itself says of a paper that no source of ours can be asked for. */
  read(): Promise<FetchedPaper | undefined>
}

/** A tab as the browser tells of it when it was meant. */
export interface Tab {
  id?: number
  url?: string
  title?: string
}

/**
 * What a tab shows, if that is a paper: the browser tells its address because the popup was opened
 * on it, or a key or the menu was used there. `hub` is where Hugging Face's pages are opened.
 */
export function openPageOf(tab: Tab, hub: string): OpenPage | undefined {
  const id = paperIdAt(tab.url ?? '', hub)
  if (!id) return undefined
  return { id, title: titleOfTab(tab.title), read: () => readPage(tab, id) }
}

/** What is known of a page's paper before the database is open. */
export function firstPagePaper(page: OpenPage | undefined): PagePaper | undefined {
  return page && { state: 'reading', title: page.title ?? nameOfId(page.id) }
}

/** How long a page may take to tell of its paper (ms). */
const patienceMs = 1500

/** Undefined, too, where the browser lets nobody look in, as into what it shows PDFs with. */
async function readPage(tab: Tab, id: string): Promise<FetchedPaper | undefined> {
  if (tab.id === undefined || !isSiteId(id)) return undefined
  const target = { tabId: tab.id }
  // At once: whoever opens the popup does not wait for a page's last picture.
  const reading = browser.scripting
    .executeScript({ target, func: readTags, injectImmediately: true })
    .catch(() => [])
  // A page that hangs holds up nobody who saves it.
  const tooLong = new Promise<[]>((resolve) => setTimeout(resolve, patienceMs, []))
  const [frame] = await Promise.race([reading, tooLong])
  return readPageTags(id, frame?.result)
}
