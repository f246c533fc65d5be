import { browser } from 'wxt/browser'
import { describeError } from '@/lib/errors.ts'
import { formatDayOf } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import type { KeepOutcome } from '@/lib/model/keep-paper.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { titleOfTab } from '@/lib/model/tab-title.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { openPageOf, type Tab } from '@/lib/state/open-page.ts'
import { giveFeedback } from './feedback.ts'
import { keepPaper, storedAs } from './keep.ts'

/** Saves the paper that a tab shows, and says on the action what became of it. */
export function savePage(tab: Tab | undefined): Promise<void> {
  return tell(tab?.id, () => keepFrom(tab ?? {}, 'page'))
}

/** Saves the paper that a link leads to; `text` is the link's where the browser tells it. */
export function saveLink(address: string, text: string | undefined, tabId?: number): Promise<void> {
  return tell(tabId, () => keepFrom({ url: address, title: titleOfLink(text) }, 'link'))
}

/** The tab that the reader looks at. */
export async function currentTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab
}

async function tell(tabId: number | undefined, work: () => Promise<string>): Promise<void> {
  try {
    await giveFeedback(tabId, 'done', await work())
  } catch (error) {
    await giveFeedback(tabId, 'problem', describeError(error))
  }
}

/** Returns what became of it in words; throws an Error for the reader. */
async function keepFrom(tab: Tab, savedFrom: 'page' | 'link'): Promise<string> {
  const { settings } = await readLocal('settings')
  const page = openPageOf(tab, siteOf(settings?.endpoint ?? defaultEndpoint))
  if (!page) throw new Error(t('saveHere.noPaper'))
  const record = await page.read()
  const title = record?.title ?? page.title
  const id = await storedAs(page.id, title)
  return describe(await keepPaper({ id, title, savedFrom, ...(record?.id === id && { record }) }))
}

function describe({ result, savedAt, title, isOfSite }: KeepOutcome): string {
  if (result === 'already')
    return t('saveHere.already', { date: formatDayOf(savedAt, Date.now()), title })
  if (isOfSite) return t('saveHere.byId', { title })
  return result === 'saved' ? t('saveHere.saved', { title }) : t('saveHere.lookingUp', { title })
}

/** A link that says no more than "PDF" or an id has no title in it. */
function titleOfLink(text: string | undefined): string | undefined {
  const title = titleOfTab(text?.replace(/^arxiv:\s*/i, ''))
  return title && /\S\s+\S/.test(title) ? title : undefined
}
