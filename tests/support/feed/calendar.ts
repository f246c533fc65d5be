// Days as `YYYY-MM-DD` strings, which sort as they read; no time zone is involved. The extension has
// a calendar of its own in lib/model: sharing it would let the fake feed share its mistakes.

const dayMs = 86_400_000

/** True for a date that exists: `2025-13-40` does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // 2026-02-30 parses in some engines, as March 2nd.
  return !Number.isNaN(time) && toDate(time) === text
}

/** @throws RangeError when `date` is not `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return toDate(Date.parse(`${date}T00:00:00Z`) + days * dayMs)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The day itself, or the Friday before a weekend: a feed that ends on one shows what no reader sees. */
export function lastWeekday(date: string): string {
  return isWeekend(date) ? lastWeekday(addDays(date, -1)) : date
}

/** The Monday of an ISO 8601 week such as `2026-W34`, or undefined when there is no such week. */
export function mondayOfWeek(week: string): string | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!match) return undefined
  const number = Number(match[2])
  const first = firstMonday(`${match[1]}`)
  const next = firstMonday(String(Number(match[1]) + 1).padStart(4, '0'))
  if (number < 1 || number > daysBetween(first, next) / 7) return undefined
  return addDays(first, (number - 1) * 7)
}

/** Week 1 is the week that holds January 4th. */
function firstMonday(year: string): string {
  const fourth = `${year}-01-04`
  const weekday = new Date(`${fourth}T00:00:00Z`).getUTCDay() || 7
  return addDays(fourth, 1 - weekday)
}

function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
