import { addDays, type FeedDate, firstFeedDate, isoWeekday } from './feed-date.ts'

const lookAtMost = 10

/**
 * The nearest day before (`step` -1) or after (1) a date that may have papers: days known
 * to be empty are passed over, and weekends unless they are known to have some.
 * `isEmpty` answers undefined for a day that was never asked for.
 */
export function neighbourDay(
  date: FeedDate,
  step: -1 | 1,
  today: FeedDate,
  isEmpty: (date: FeedDate) => boolean | undefined = () => undefined,
): FeedDate | undefined {
  for (let i = 1; i <= lookAtMost; i++) {
    const day = addDays(date, step * i)
    if (day < firstFeedDate || day > today) return undefined
    if (!(isEmpty(day) ?? isoWeekday(day) > 5)) return day
  }
  return undefined
}
