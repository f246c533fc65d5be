import { addDays, type FeedDate, firstFeedDate, isFeedDate } from './feed-date.ts'
import { isMonth, isWeek, monthOf, weekOf } from './period.ts'
import type { Route } from './route.ts'

/**
 * The day, week or month that is written: `2026-08-21`, `2026-W34`, `2026-08`, "21 Aug", "August
 * 2025", "yesterday", "friday", in the given language or in English. A day without its year is the
 * last one there was. Undefined for anything else, and for what the feed does not have.
 */
export function periodIn(text: string, today: FeedDate, language: string): Route | undefined {
  const route = readPeriod(text.trim().toLowerCase(), today, language)
  return route && isThere(route, today) ? route : undefined
}

function readPeriod(text: string, today: FeedDate, language: string): Route | undefined {
  if (isFeedDate(text)) return { view: 'day', date: text }
  if (isWeek(text.toUpperCase())) return { view: 'week', week: text.toUpperCase() }
  if (isMonth(text)) return { view: 'month', month: text }
  if (text.length < shortestWord) return undefined
  for (const tongue of new Set([language, 'en'])) {
    const daysAgo = daysAgoIn(text, today, tongue)
    if (daysAgo !== undefined) return { view: 'day', date: addDays(today, -daysAgo) }
    const route = monthIn(text, today, tongue)
    if (route) return route
  }
  return undefined
}

const shortestWord = 3

/** "yesterday" is 1; the name of a weekday, or its beginning, the last one before today. */
function daysAgoIn(text: string, today: FeedDate, language: string): number | undefined {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const days of [1, 2]) if (relative.format(-days, 'day').toLowerCase() === text) return days
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const week = Array.from({ length: 7 }, (_, i) => i + 1)
  return week.find((days) =>
    name
      .format(Date.parse(addDays(today, -days)))
      .toLowerCase()
      .startsWith(text),
  )
}

/** A month by its name or the first letters of it, with a day, a year or both. */
function monthIn(text: string, today: FeedDate, language: string): Route | undefined {
  const words = text.match(/\p{L}+|\d+/gu) ?? []
  const names = words.filter((word) => /\p{L}/u.test(word) && word.length >= shortestWord)
  const numbers = words.filter((word) => /^\d/.test(word))
  // "21 de agosto" may have words between; "may be" is no month.
  const isSentence = words.length > names.length && numbers.length === 0
  if (names.length !== 1 || numbers.length > 2 || isSentence) return undefined
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const month = Array.from({ length: 12 }, (_, i) => i + 1).find((each) =>
    format
      .format(Date.UTC(2024, each - 1, 1))
      .toLowerCase()
      .startsWith(names[0] as string),
  )
  if (!month) return undefined
  const year = numbers.find((word) => word.length === 4)
  const day = numbers.find((word) => word.length < 3)
  if (numbers.length !== [year, day].filter(Boolean).length) return undefined
  const inYear = (year: string) => `${year}-${String(month).padStart(2, '0')}`
  const thisYear = today.slice(0, 4)
  const lastYear = String(Number(thisYear) - 1)
  if (!day) {
    const past = inYear(thisYear) <= monthOf(today) ? thisYear : lastYear
    return { view: 'month', month: inYear(year ?? past) }
  }
  const dated = (year: string) => `${inYear(year)}-${day.padStart(2, '0')}`
  const date = dated(year ?? (dated(thisYear) <= today ? thisYear : lastYear))
  return isFeedDate(date) ? { view: 'day', date } : undefined
}

function isThere(route: Route, today: FeedDate): boolean {
  switch (route.view) {
    case 'day':
      return route.date >= firstFeedDate && route.date <= today
    case 'week':
      return route.week >= weekOf(firstFeedDate) && route.week <= weekOf(today)
    case 'month':
      return route.month >= monthOf(firstFeedDate) && route.month <= monthOf(today)
    default:
      return false
  }
}
