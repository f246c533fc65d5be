/** A day of the feed, `YYYY-MM-DD`, by New York's calendar. */
export type FeedDate = string

/** Daily Papers began on this day; nothing can be asked for before it. */
export const firstFeedDate: FeedDate = '2023-05-04'

const turnsAtMinute = 21 * 60 + 30
const dayMs = 86_400_000
const mondayBeforeFirst: FeedDate = '2023-05-01'

const newYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/**
 * The feed's date at an instant: New York's calendar date, and from 21:30 there
 * already the next one. Source: `currentDailyFeedDate` of Hugging Face's MCP server.
 */
export function feedDateAt(now: Date): FeedDate {
  const clock = newYorkClock(now)
  return clock.minuteOfDay >= turnsAtMinute ? addDays(clock.date, 1) : clock.date
}

/** The instant (ms) at which a feed day ends: 21:30 in New York on that date. */
export function closesAt(date: FeedDate): number {
  // New York is 4 or 5 hours behind UTC; the right guess is the one that reads 21:30 there.
  for (const hoursBehind of [4, 5]) {
    const guess = Date.parse(`${date}T21:30:00Z`) + hoursBehind * 3_600_000
    const clock = newYorkClock(new Date(guess))
    if (clock.date === date && clock.minuteOfDay === turnsAtMinute) return guess
  }
  throw new RangeError(`No feed day "${date}"`)
}

export function addDays(date: FeedDate, days: number): FeedDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/**
 * True for a date of the calendar, written `YYYY-MM-DD`, from 2000 to 2999: far outside of
 * these, years have other lengths and New York has other clocks.
 */
export function isFeedDate(text: string): boolean {
  return text.startsWith('2') && isDay(text)
}

/** True for a date of the calendar of any year, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/**
 * The number of a day's edition: days of the week since the first, which has 1, since there is none
 * at weekends. Undefined for a weekend and before the first.
 */
export function editionNumber(date: FeedDate): number | undefined {
  const weekday = isoWeekday(date)
  const days = (Date.parse(date) - Date.parse(mondayBeforeFirst)) / dayMs
  if (weekday > 5 || date < firstFeedDate) return undefined
  return Math.floor(days / 7) * 5 + weekday - isoWeekday(firstFeedDate) + 1
}

/** 1 for Monday … 7 for Sunday. */
export function isoWeekday(date: FeedDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

function newYorkClock(now: Date): { date: FeedDate; minuteOfDay: number } {
  const parts = Object.fromEntries(
    newYork.formatToParts(now).map((part) => [part.type, part.value]),
  )
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minuteOfDay: Number(parts.hour) * 60 + Number(parts.minute),
  }
}
