import { formatDate } from './format.ts'
import { locale } from './i18n.ts'

// Of an instant, which is of a day where the reader is.
const dayOfYearFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
const longFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })

/** "March 3", of an instant (ms); with the year when it is not `now`'s. */
export function formatDayOf(time: number, now: number): string {
  const isSameYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return (isSameYear ? dayOfYearFormat : longFormat).format(time)
}

/** When a paper was published, as exactly as that is known; undefined where it is not. */
export function formatPublished(paper: {
  publishedAt: number
  datedTo?: 'month' | 'year'
}): string | undefined {
  const { publishedAt, datedTo } = paper
  if (!(publishedAt > 0)) return undefined
  if (!datedTo) return formatDate(publishedAt)
  const month = datedTo === 'month' ? ('long' as const) : undefined
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month, timeZone: 'UTC' }).format(
    publishedAt,
  )
}
