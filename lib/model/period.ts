import { addDays, type FeedDate, isFeedDate, isoWeekday } from './feed-date.ts'

/** An ISO 8601 week, `YYYY-Www`. */
export type Week = string
/** A calendar month, `YYYY-MM`. */
export type Month = string

/** The ISO week that holds a date: weeks start on Monday, week 1 holds the first Thursday. */
export function weekOf(date: FeedDate): Week {
  const thursday = addDays(date, 4 - isoWeekday(date))
  const year = thursday.slice(0, 4)
  const dayOfYear = daysBetween(`${year}-01-01`, thursday)
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`
}

export function monthOf(date: FeedDate): Month {
  return date.slice(0, 7)
}

/** The Monday and the Sunday of a week. */
export function daysOfWeek(week: Week): { first: FeedDate; last: FeedDate } {
  const fourth = `${week.slice(0, 4)}-01-04`
  const firstMonday = addDays(fourth, 1 - isoWeekday(fourth))
  const first = addDays(firstMonday, (Number(week.slice(6)) - 1) * 7)
  return { first, last: addDays(first, 6) }
}

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): { first: FeedDate; last: FeedDate } {
  return { first: `${month}-01`, last: addDays(`${stepMonth(month, 1)}-01`, -1) }
}

export function stepWeek(week: Week, weeks: number): Week {
  return weekOf(addDays(daysOfWeek(week).first, weeks * 7))
}

export function stepMonth(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

export function isWeek(text: string): boolean {
  return /^2\d{3}-W\d{2}$/.test(text) && weekOf(daysOfWeek(text).first) === text
}

export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isFeedDate(`${text}-01`)
}

function daysBetween(from: FeedDate, to: FeedDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
