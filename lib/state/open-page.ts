import { browser } from 'wxt/browser'
import type { PagePaper } from '../model/page-paper.ts'
import { type PaperAddress, readPaperAddress } from '../model/paper-address.ts'
import { titleOfTab } from '../model/tab-title.ts'

/** A paper's page that the reader has open. */
export interface OpenPage {
  address: PaperAddress
  /** The paper's, where the tab tells it. */
  title?: string
}

/**
 * What the tab under the popup shows, if that is a paper: the browser tells its address because
 * the popup was opened on it. `hub` is where Hugging Face's pages are opened.
 */
export async function readOpenPage(hub: string): Promise<OpenPage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => [])
  const address = tab?.url ? readPaperAddress(tab.url, hub) : undefined
  return address && { address, title: titleOfTab(tab?.title) }
}

/** What is known of a page's paper before the database is open. */
export function firstPagePaper(page: OpenPage | undefined): PagePaper | undefined {
  if (!page) return undefined
  const { address, title } = page
  if (address.kind === 'titled' && !title) return { state: 'titled', ...address }
  const called = address.kind === 'paper' ? `arXiv ${address.id}` : ''
  return { state: 'reading', title: title ?? called }
}
