import { addDays, daysBetween } from './calendar.ts'
import type { RawDay } from './raw-paper.ts'
import { findRecordedFolder, readRecordedDays } from './recorded-feed.ts'
import { generateSampleFeed } from './sample-feed.ts'

export type FeedSource = {
  name: 'recorded' | 'sample'
  /** `YYYY-MM-DD`, ascending; never empty. */
  dates: string[]
  /** The raw records of a day, and `[]` for a day that is not in `dates`. Not to be changed. */
  day: (date: string) => unknown[]
}

/**
 * The recorded feed where there is one, else the sample; or the one that is asked for by name.
 *
 * @throws Error when `name` is `recorded` and there are no recordings.
 */
export function openFeed(name?: FeedSource['name']): FeedSource {
  const folder = name === 'sample' ? undefined : findRecordedFolder()
  if (folder) return toSource('recorded', readRecordedDays(folder))
  if (name === 'recorded') {
    throw new Error(
      'No recorded feed found: set PAPERBOY_FEED to a folder of YYYY-MM-DD.json files',
    )
  }
  return toSource('sample', generateSampleFeed())
}

/** The same feed with its newest day on `newest`: all dates move by as many whole days. */
export function shiftFeed(source: FeedSource, newest: string): FeedSource {
  const days = daysBetween(source.dates.at(-1) ?? newest, newest)
  if (days === 0) return source
  const shifted = new Map<string, unknown[]>()
  return {
    name: source.name,
    dates: source.dates.map((date) => addDays(date, days)),
    day: (date) => {
      const papers =
        shifted.get(date) ?? source.day(addDays(date, -days)).map((record) => shift(record, days))
      shifted.set(date, papers)
      return papers
    },
  }
}

/** The same feed with no more than so many papers a day: for what is not about the feed. */
export function thinFeed(source: FeedSource, papersADay: number): FeedSource {
  return { ...source, day: (date) => source.day(date).slice(0, papersADay) }
}

function toSource(name: FeedSource['name'], days: readonly RawDay[]): FeedSource {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return { name, dates: [...byDate.keys()], day: (date) => byDate.get(date)?.papers ?? [] }
}

/** Copies no deeper than it has to: a record may carry thousands of authors. */
function shift(record: unknown, days: number): unknown {
  const { paper, ...outer } = record as Record<string, unknown>
  const inner = paper as Record<string, unknown>
  return {
    paper: { ...inner, ...shiftKeys(inner, ['publishedAt', 'submittedOnDailyAt'], days) },
    ...outer,
    ...shiftKeys(outer, ['publishedAt'], days),
  }
}

function shiftKeys(from: Record<string, unknown>, keys: string[], days: number) {
  return Object.fromEntries(
    keys
      .filter((key) => typeof from[key] === 'string')
      .map((key) => [key, shiftTimestamp(from[key] as string, days)]),
  )
}

/** Moves `YYYY-MM-DDT…` and keeps everything from the `T` on. */
function shiftTimestamp(timestamp: string, days: number): string {
  return addDays(timestamp.slice(0, 10), days) + timestamp.slice(10)
}
