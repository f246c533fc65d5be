import { locale, plural, t } from './i18n.ts'
import type { FeedDate } from './model/feed-date.ts'
import { daysOfWeek, type Month, type Week } from './model/period.ts'

// A feed date is a date without a place: it is put in UTC and read there.
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
const shortFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const rangeFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat(locale, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const dateTimeFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const countFormat = new Intl.NumberFormat(locale)
const compactFormat = new Intl.NumberFormat(locale, {
  notation: 'compact',
  maximumFractionDigits: 1,
})

/** "Monday, November 23, 2026" */
export function formatDay(date: FeedDate): string {
  return dayFormat.format(midnight(date))
}

/** "November 16 – 22, 2026" */
export function formatWeek(week: Week): string {
  const { first, last } = daysOfWeek(week)
  return rangeFormat.formatRange(midnight(first), midnight(last))
}

/** "November 2026" */
export function formatMonth(month: Month): string {
  return monthFormat.format(midnight(`${month}-01`))
}

/** "Nov 23, 2026", of an instant (ms). */
export function formatDate(time: number): string {
  return shortFormat.format(time)
}

/** The time of day of an instant (ms), with the date when it is not `now`'s. */
export function formatTime(time: number, now: number): string {
  const isSameDay = new Date(time).toDateString() === new Date(now).toDateString()
  return (isSameDay ? timeFormat : dateTimeFormat).format(time)
}

/** "1,234" */
export function formatCount(count: number): string {
  return countFormat.format(count)
}

/** "1.2K" */
export function formatCompact(count: number): string {
  return compactFormat.format(count)
}

/** "340 kB", "1.2 MB" */
export function formatBytes(bytes: number): string {
  const [unit, value] =
    bytes < 999_500 ? (['kilobyte', 1000] as const) : (['megabyte', 1e6] as const)
  const amount = Math.max(bytes / value, 1)
  const style = { style: 'unit', unit, maximumSignificantDigits: amount < 10 ? 2 : 3 } as const
  return new Intl.NumberFormat(locale, style).format(amount)
}

/** "3 ms", "1.2 sec" */
export function formatDuration(ms: number): string {
  const [unit, value] =
    ms < 999.5
      ? (['millisecond', Math.max(1, Math.round(ms))] as const)
      : (['second', ms / 1000] as const)
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, style).format(value)
}

/** "1 paper", "34 papers" */
export function formatPapers(count: number): string {
  return plural('count.papers', count)
}

/** "Ada, Alan, Grace" */
export function formatList(items: readonly string[]): string {
  return items.join(t('list.separator'))
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
