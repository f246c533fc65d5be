import { formatDay, formatMonth, formatWeek, shortQuery } from '@/lib/format.ts'
import { t } from '@/lib/i18n.ts'
import type { FeedDate } from '@/lib/model/feed-date.ts'
import { nameOfId } from '@/lib/model/paper-id.ts'
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
      return nameOfId(route.id)
    case 'unknown':
      return t('view.unknown')
  }
}
