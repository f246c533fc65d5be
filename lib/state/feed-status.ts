import { formatTime } from '../format.ts'
import { plural, sentences, t } from '../i18n.ts'
import { type FeedDate, isoWeekday } from '../model/feed-date.ts'
import type { SyncState } from '../model/sync-state.ts'
import { describeHits } from './describe-hits.ts'
import { listingOf, type PageContent } from './page-content.ts'

export interface FeedStatus {
  /** What is shown, in a sentence or two. */
  text: string
  /** What went wrong and what happens next; absent when all is well. */
  problem?: string
}

/**
 * Says what the page shows and how the feed is. Times are of the clock, never "12 minutes
 * ago", so that a live region speaks only when something happened.
 */
export function feedStatus(facts: {
  content: PageContent
  today: FeedDate
  newCount: number
  newSince?: number
  isFetching: boolean
  failure?: string
  endpoint: string
  sync: Partial<SyncState>
  now: number
}): FeedStatus {
  const text = sentences(describeContent(facts), describeFetch(facts))
  return { text, problem: facts.isFetching ? undefined : describeProblem(facts) }
}

type ShelfContent = Extract<PageContent, { state: 'shelf' }>

type Facts = Parameters<typeof feedStatus>[0]

function describeContent({ content, today, newCount, newSince, now }: Facts): string {
  if (content.state === 'papers') {
    const { total } = content
    if (content.route.view === 'trending') return plural('status.trending', total)
    const news = newSince
      ? plural('status.newsSince', newCount, { time: formatTime(newSince, now) })
      : plural('status.news', newCount)
    const count =
      newCount > 0
        ? plural('status.papersAndNews', total, { news })
        : plural('status.papers', total)
    return content.route.view === 'today' ? sentences(count, lastEdition(content, today)) : count
  }
  if (content.state === 'shelf') return describeShelf(content)
  if (content.state === 'bin') return plural('status.bin', content.ids.length)
  return content.state === 'hits' ? describeHits(content.hits) : ''
}

function describeShelf({ ids, total, isRelaxed, first }: ShelfContent) {
  if (first || ids.length === total) return plural('status.saved', total)
  const some = { shown: ids.length }
  return isRelaxed
    ? plural('status.savedWithMost', total, some)
    : plural('status.someSaved', total, some)
}

function lastEdition({ edition }: { edition?: FeedDate }, today: FeedDate): string {
  if (!edition || edition === today) return ''
  // Of which day it is the title says.
  return isoWeekday(today) > 5 ? t('status.weekend') : t('status.notOutYet')
}

function describeFetch({ content, isFetching, endpoint, now }: Facts): string | undefined {
  if (isFetching) return t('status.fetching', { host: new URL(endpoint).host })
  if (content.state !== 'papers' || content.fetchedAt === undefined) return undefined
  return t('status.updated', { time: formatTime(content.fetchedAt, now) })
}

function describeProblem(facts: Facts): string | undefined {
  const { content, failure, sync, endpoint, now } = facts
  const what = failure ?? (needsNoFeed(content) ? undefined : problemOfFeed(facts))
  if (!what) return undefined
  const { backOff } = sync
  const isWaiting = backOff?.endpoint === endpoint && backOff.retryAt > now
  return sentences(
    what,
    content.state === 'papers' && t('status.kept'),
    isWaiting && t('status.nextTry', { time: formatTime(backOff.retryAt, now) }),
  )
}

/** What lies on this disk is whole, whatever the feed does. */
function needsNoFeed({ route, state }: PageContent): boolean {
  return ['saved', 'bin', 'search'].includes(route.view) || state === 'paper'
}

/** The trouble with the endpoint, or with the listing shown (the days, where none is). */
function problemOfFeed({ content, sync, endpoint, now }: Facts): string | undefined {
  const { backOff, report } = sync
  if (backOff?.endpoint === endpoint && (backOff.failures > 0 || backOff.retryAt > now)) {
    return backOff.reason
  }
  if (report?.endpoint !== endpoint) return undefined
  const shown = listingOf(content.route)
  return report.outcomes.find(
    ({ ref, problem }) =>
      problem && (shown ? ref.kind === shown.kind && ref.key === shown.key : ref.kind === 'day'),
  )?.problem
}
