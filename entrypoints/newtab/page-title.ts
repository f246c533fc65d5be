import { formatDay, formatMonth, formatWeek } from '@/lib/format.ts'
import type { FeedDate } from '@/lib/model/feed-date.ts'
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
      return 'Trending now'
    case 'saved':
      return 'Saved papers'
    case 'search':
      return route.query ? `Search: ${route.query}` : 'Search'
    case 'paper':
      return `arXiv ${route.id}`
    case 'unknown':
      return 'No such page'
  }
}
