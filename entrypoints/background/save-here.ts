import { browser } from 'wxt/browser'
import { describeError } from '@/lib/errors.ts'
import { formatDayOf } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import type { KeepOutcome } from '@/lib/model/keep-paper.ts'
import { readPaperAddress } from '@/lib/model/paper-address.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { titleOfTab } from '@/lib/model/tab-title.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { giveFeedback } from './feedback.ts'
import { findTitle, keepPaper } from './keep.ts'

interface Tab {
  id?: number
  url?: string
  title?: string
}

/** Saves the paper that a tab shows, and says on the action what became of it. */
export function savePage(tab: Tab | undefined): Promise<void> {
  return tell(tab?.id, () => keepFrom(tab?.url ?? '', titleOfTab(tab?.title), 'page'))
}

/** Saves the paper that a link leads to; `text` is the link's where the browser tells it. */
export function saveLink(address: string, text: string | undefined, tabId?: number): Promise<void> {
  return tell(tabId, () => keepFrom(address, titleOfLink(text), 'link'))
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
async function keepFrom(
  address: string,
  title: string | undefined,
  savedFrom: 'page' | 'link',
): Promise<string> {
  const { settings } = await readLocal('settings')
  const paper = readPaperAddress(address, siteOf(settings?.endpoint ?? defaultEndpoint))
  if (!paper) throw new Error(t('saveHere.noPaper'))
  if (paper.kind === 'paper') return describe(await keepPaper({ id: paper.id, title, savedFrom }))
  const stored = title && (await findTitle(title))
  if (!stored) throw new Error(t('saveHere.openPopup'))
  return describe(await keepPaper({ id: stored.id, savedFrom }))
}

function describe({ result, savedAt, title }: KeepOutcome): string {
  if (result === 'already')
    return t('saveHere.already', { date: formatDayOf(savedAt, Date.now()), title })
  return result === 'saved' ? t('saveHere.saved', { title }) : t('saveHere.lookingUp', { title })
}

/** A link that says no more than "PDF" or an id has no title in it. */
function titleOfLink(text: string | undefined): string | undefined {
  const title = titleOfTab(text?.replace(/^arxiv:\s*/i, ''))
  return title && /\S\s+\S/.test(title) ? title : undefined
}
