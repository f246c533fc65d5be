import type { ComponentChild } from 'preact'
import { t } from '@/lib/i18n.ts'
import { closesAt, feedDateAt } from '@/lib/model/feed-date.ts'
import { look, visitEndsAt } from '@/lib/model/visit.ts'
import { createNewTab, type NewTab } from '@/lib/state/new-tab.ts'
import type { Ahead } from '../first-paint/lay-ahead.ts'

/** The next new tab, ahead of its opening; `view` is the page of a model. */
export function newTabAhead(view: (tab: NewTab) => ComponentChild): Ahead {
  return {
    page: 'newtab',
    title: t('page.newTab'),
    facts: ({ published, visit, settings }) => ({ published: published?.stamp, visit, settings }),
    draw({ frontPage, visit, settings }, now) {
      const seen = look(visit, now.getTime())
      const endpoint = settings?.endpoint
      const tab = createNewTab({ hash: '', now, visit: seen, frontPage, settings, endpoint })
      return tab.content.value.state === 'papers' ? view(tab) : undefined
    },
    // When the day turns, here or in the feed, or the visit ends.
    trueUntil({ visit }, now) {
      const midnight = new Date(now).setHours(24, 0, 0, 0)
      const until = Math.min(midnight, closesAt(feedDateAt(now)))
      const visitEnd = visit ? visitEndsAt(visit) : 0
      // It is drawn for the next visit already, where that before is over, or there was none.
      return visitEnd < now.getTime() ? until : Math.min(until, visitEnd)
    },
  }
}
