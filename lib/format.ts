import { isolate, locale, plural, t } from './i18n.ts'
import type { FeedDate } from './model/feed-date.ts'
import { daysOfWeek, type Month, type Week } from './model/period.ts'

// Each is made when it is first used: that takes longer than all the rest of a first paint's texts.
const dates = (style: Intl.DateTimeFormatOptions) =>
  once(() => new Intl.DateTimeFormat(locale, style))
// A feed date is a date without a place: it is put in UTC and read there.
const dayFormat = dates({ dateStyle: 'full', timeZone: 'UTC' })
const shortFormat = dates({ dateStyle: 'medium', timeZone: 'UTC' })
const rangeFormat = dates({ dateStyle: 'long', timeZone: 'UTC' })
const monthFormat = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' })
const timeFormat = dates({ timeStyle: 'short' })
const dateTimeFormat = dates({ dateStyle: 'medium', timeStyle: 'short' })
const countFormat = once(() => new Intl.NumberFormat(locale))
const compactFormat = once(
  () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
)

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** "Monday, November 23, 2026" */
export function formatDay(date: FeedDate): string {
  return dayFormat().format(midnight(date))
}

/** "November 16 – 22, 2026" */
export function formatWeek(week: Week): string {
  const { first, last } = daysOfWeek(week)
  return rangeFormat().formatRange(midnight(first), midnight(last))
}

/** "November 2026" */
export function formatMonth(month: Month): string {
  return monthFormat().format(midnight(`${month}-01`))
}

/** "Nov 23, 2026", of an instant (ms). */
export function formatDate(time: number): string {
  return shortFormat().format(time)
}

/** The time of day of an instant (ms), with the date when it is not `now`'s. */
export function formatTime(time: number, now: number): string {
  const isSameDay = new Date(time).toDateString() === new Date(now).toDateString()
  return (isSameDay ? timeFormat : dateTimeFormat)().format(time)
}

/** "1,234" */
export function formatCount(count: number): string {
  return countFormat().format(count)
}

/** "1.2K" */
export function formatCompact(count: number): string {
  return compactFormat().format(count)
}

/** "1 paper", "34 papers" */
export function formatPapers(count: number): string {
  return plural('count.papers', count)
}

/** "Ada, Alan, Grace" */
export function formatList(items: readonly string[]): string {
  return items.map(isolate).join(t('list.separator'))
}

function midnight(date: FeedDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

const longestShown = 60

/** A query as it is named in a heading or a title: a pasted page is not. */
export function shortQuery(query: string): string {
  const trimmed = query.trim()
  return trimmed.length > longestShown ? `${trimmed.slice(0, longestShown)} …` : trimmed
}
