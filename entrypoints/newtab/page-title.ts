import { effect } from '@preact/signals'
import { formatDay, formatMonth, formatWeek, shortQuery } from '@/lib/format.ts'
import { t } from '@/lib/i18n.ts'
import type { FeedDate } from '@/lib/model/feed-date.ts'
import { mayHoldTex } from '@/lib/model/tex/may-hold-tex.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { PageContent } from '@/lib/state/page-content.ts'
import { editionOf } from '@/lib/state/steps.ts'

/** What stands over the papers: whose day, week or month they are, or which list. */
export function titleOf(content: PageContent, today: FeedDate): string {
  const { route } = content
  switch (route.view) {
    case 'today':
      return formatDay(editionOf(content) ?? today)
    case 'day':
      return formatDay(route.date)
    case 'week':
      return formatWeek(route.week)
    case 'month':
      return formatMonth(route.month)
    case 'trending':
      return t('view.trendingNow')
    case 'saved':
      return t('view.savedPapers')
    case 'bin':
      return t('view.bin')
    case 'search':
      return route.query
        ? t('view.searchFor', { query: shortQuery(route.query) })
        : t('view.search')
    case 'paper':
      return `arXiv ${route.id}`
    case 'unknown':
      return t('view.unknown')
  }
}

/** Keeps the tab's name true, so that tabs and the history can be told apart. */
export function nameTheTab(tab: NewTab): void {
  effect(() => {
    const content = tab.content.value
    const { route } = content
    const title =
      content.state === 'paper' ? content.paper.title : titleOf(content, tab.today.value)
    document.title = route.view === 'today' ? t('page.newTab') : t('page.titled', { title })
    if (content.state === 'paper' && mayHoldTex(title)) void nameWithoutTex(tab, title)
  })
}

/** A tab's name has no elements: of TeX it gets the characters, a moment later. */
async function nameWithoutTex(tab: NewTab, title: string): Promise<void> {
  const { plainTitle } = await import('@/lib/model/tex/plain-title.ts')
  const content = tab.content.value
  if (content.state !== 'paper' || content.paper.title !== title) return
  document.title = t('page.titled', { title: plainTitle(title) })
}
