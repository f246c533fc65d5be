import { feedDateAt } from '../../../lib/model/feed-date.ts'
import { type Answer, badRequest, ok, readNumber } from './answer.ts'
import { addDays, isCalendarDate, mondayOfWeek } from './calendar.ts'
import type { FeedSource } from './feed-source.ts'
import type { ListedRecord } from './listed-record.ts'
import { byStars, byUpvotes, dedupe, recentRecords, recordsOf } from './listed-record.ts'

const mostTrending = 300

/** Answers `GET /api/daily_papers`. `Link` is absolute, as the real one is. */
export function answerDailyPapers(source: FeedSource, url: URL): Answer {
  const page = readNumber(url, 'p', { fallback: 0, low: 0, high: Number.MAX_SAFE_INTEGER })
  if (typeof page !== 'number') return page
  const limit = readNumber(url, 'limit', { fallback: 50, low: 1, high: 100 })
  if (typeof limit !== 'number') return limit

  const selected = selectRecords(source, url.searchParams)
  if (!Array.isArray(selected)) return selected
  const records = ofSubmitter(selected, url.searchParams.get('submitter'))

  const end = (page + 1) * limit
  if (end >= records.length) return ok(records.slice(page * limit, end))
  const next = new URL(url)
  next.searchParams.set('p', String(page + 1))
  return ok(records.slice(page * limit, end), { Link: `<${next.href}>; rel="next"` })
}

function selectRecords(source: FeedSource, query: URLSearchParams): ListedRecord[] | Answer {
  const sort = query.get('sort') ?? 'publishedAt'
  if (sort !== 'publishedAt' && sort !== 'trending') {
    return badRequest('Invalid option: expected one of "publishedAt"|"trending"', 'sort')
  }
  // One list for everybody: the real one ignores the date beside it, too.
  if (sort === 'trending') return listTrending(source)

  const date = query.get('date')
  if (date !== null) return listDay(source, date)
  const week = query.get('week')
  if (week !== null) return listWeek(source, week)
  const month = query.get('month')
  if (month !== null) return listMonth(source, month)
  return recentRecords(source)
}

function listTrending(source: FeedSource): ListedRecord[] {
  return dedupe(recentRecords(source)).sort(byStars).slice(0, mostTrending)
}

function listDay(source: FeedSource, date: string): ListedRecord[] | Answer {
  if (!isCalendarDate(date)) return badRequest('Invalid ISO date', 'date')
  // A feed moved into the future has its own idea of today.
  const isFuture = date > (source.dates.at(-1) ?? '') && date > feedDateAt(new Date())
  if (isFuture) return badRequest('Too big: expected a date that is not in the future', 'date')
  return recordsOf(source, [date])
}

function listWeek(source: FeedSource, week: string): ListedRecord[] | Answer {
  const monday = mondayOfWeek(week)
  if (!monday) return badRequest('Invalid string: must match pattern YYYY-Www', 'week')
  return listSpan(source, (date) => date >= monday && date <= addDays(monday, 6))
}

function listMonth(source: FeedSource, month: string): ListedRecord[] | Answer {
  if (!isCalendarDate(`${month}-01`)) {
    return badRequest('Invalid string: must match pattern YYYY-MM', 'month')
  }
  return listSpan(source, (date) => date.startsWith(`${month}-`))
}

/** A paper listed on two days counts by the first of its records, once sorted. */
function listSpan(source: FeedSource, isInside: (date: string) => boolean): ListedRecord[] {
  return dedupe(recordsOf(source, source.dates.filter(isInside)).sort(byUpvotes))
}

function ofSubmitter(records: ListedRecord[], login: string | null): ListedRecord[] {
  if (login === null) return records
  return records.filter(({ submittedBy, paper }) => {
    const by = paper.submittedOnDailyBy
    return [submittedBy?.name, by?.user, by?.name].includes(login)
  })
}
