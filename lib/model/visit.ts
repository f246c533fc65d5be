import { type FeedDate, feedDateAt } from './feed-date.ts'

/**
 * A visit is a run of looks with no long pause. Twenty tabs an hour are one visit, so
 * what is new stays marked until the reader has been away and come back.
 */
export interface Visit {
  lastLookAt: number
  /** The end of the visit before this one (ms); absent on the first ever. */
  previousEndedAt?: number
}

const pauseMs = 30 * 60_000

/** The visit after a look at the front page at `now` (ms). */
export function look(visit: Visit | undefined, now: number): Visit {
  if (!visit) return { lastLookAt: now }
  if (now - visit.lastLookAt > pauseMs)
    return { lastLookAt: now, previousEndedAt: visit.lastLookAt }
  return { ...visit, lastLookAt: now }
}

/** The instant (ms) at which a visit is over, unless the reader looks again before. */
export function visitEndsAt({ lastLookAt }: Visit): number {
  return lastLookAt + pauseMs
}

/**
 * True when a paper came after the last visit. A paper of an earlier day that is only
 * fetched now (someone pages back) is not news.
 */
export function isNewSince(
  visit: Visit | undefined,
  paper: { firstSeenAt: number; feedDate?: FeedDate },
): boolean {
  const since = visit?.previousEndedAt
  if (since === undefined || paper.firstSeenAt <= since) return false
  return paper.feedDate === undefined || paper.feedDate >= feedDateAt(new Date(since))
}
