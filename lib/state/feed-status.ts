import { formatCount, formatDay, formatPapers, formatTime } from '../format.ts'
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
  const text = [describeContent(facts), ...describeFetch(facts)].filter(Boolean).join(' ')
  return { text, problem: facts.isFetching ? undefined : describeProblem(facts) }
}

type ShelfContent = Extract<PageContent, { state: 'shelf' }>

type Facts = Parameters<typeof feedStatus>[0]

function describeContent({ content, today, newCount, newSince, now }: Facts): string {
  if (content.state === 'papers') {
    const count = formatPapers(content.total)
    if (content.route.view === 'trending') return `${count}, in Hugging Face's own order.`
    const since = newSince ? ` since ${formatTime(newSince, now)}` : ''
    const news = newCount > 0 ? `, ${newCount} new${since}` : ''
    return `${count}${news}.${content.route.view === 'today' ? lastEdition(content, today) : ''}`
  }
  if (content.state === 'shelf') return describeShelf(content)
  if (content.state === 'bin') return `${formatPapers(content.ids.length)} in the bin.`
  return content.state === 'hits' ? describeHits(content.hits) : ''
}

function describeShelf({ ids, total, isRelaxed, first }: ShelfContent) {
  if (first || ids.length === total) return `${formatPapers(total)} saved.`
  const share = `${formatCount(ids.length)} of ${formatPapers(total)}`
  return isRelaxed
    ? `No saved paper holds all of these words: ${share} with most of them.`
    : `${share} saved.`
}

function lastEdition({ edition }: { edition?: FeedDate }, today: FeedDate): string {
  if (!edition || edition === today) return ''
  const why = isoWeekday(today) > 5 ? 'There is no edition at weekends.' : "Today's is not out yet."
  return ` ${why} This is the last edition, of ${formatDay(edition)}.`
}

function describeFetch({ content, isFetching, endpoint, now }: Facts): string[] {
  if (isFetching) return [`Fetching from ${new URL(endpoint).host}…`]
  if (content.state !== 'papers' || content.fetchedAt === undefined) return []
  return [`Updated ${formatTime(content.fetchedAt, now)}.`]
}

function describeProblem(facts: Facts): string | undefined {
  const { content, failure, sync, endpoint, now } = facts
  const what = failure ?? (needsNoFeed(content) ? undefined : problemOfFeed(facts))
  if (!what) return undefined
  const kept = content.state === 'papers' ? ' What was here before stays.' : ''
  const { backOff } = sync
  const isWaiting = backOff?.endpoint === endpoint && backOff.retryAt > now
  const next = isWaiting ? ` Next try at ${formatTime(backOff.retryAt, now)}.` : ''
  return `${what}${kept}${next}`
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
