import { describe, expect, test } from 'vitest'
import { isWeekend } from '../../support/feed/calendar.ts'
import { openFeed, shiftFeed } from '../../support/feed/feed-source.ts'
import type { RawRecord } from '../../support/feed/raw-paper.ts'
import { findRecordedFolder, readRecordedDays } from '../../support/feed/recorded-feed.ts'
import { generateSampleFeed, newestSampleDate } from '../../support/feed/sample-feed.ts'
import { longestTitle, mostAuthors } from '../../support/feed/sample-oddities.ts'

const days = generateSampleFeed().map(({ date, papers }) => ({
  date,
  records: papers as RawRecord[],
}))
const records = days.flatMap((day) => day.records)
const papers = records.map(({ paper }) => paper)
const newest = days.at(-1)?.records ?? []

describe('the sample feed', () => {
  test('is the same whenever it is generated', () => {
    expect(generateSampleFeed()).toEqual(generateSampleFeed())
  })

  test('has twelve weekdays in order, the last of them fixed', () => {
    const dates = days.map(({ date }) => date)
    expect(dates).toHaveLength(12)
    expect(dates.toSorted()).toEqual(dates)
    expect(dates.some(isWeekend)).toBe(false)
    expect(dates.at(-1)).toBe(newestSampleDate)
  })

  test('lists 8 to 35 papers a day, most upvotes first', () => {
    for (const { records } of days) {
      expect(records.length).toBeGreaterThanOrEqual(8)
      expect(records.length).toBeLessThanOrEqual(35)
      const upvotes = records.map(({ paper }) => paper.upvotes)
      expect(upvotes.toSorted((one, other) => other - one)).toEqual(upvotes)
    }
  })

  test('gives every paper an id of its own, save for one that a day lists twice', () => {
    expect(papers.every(({ id }) => /^\d{4}\.\d{5}$/.test(id))).toBe(true)
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length - 1)
  })

  test('writes abstracts of 600 to 1,400 characters', () => {
    const lengths = papers.map(({ summary }) => summary.length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(600)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1400)
  })

  test('has in each abstract a word that no other abstract has', () => {
    const byId = new Map(papers.map(({ id, summary }) => [id, wordsOf(summary)]))
    const counts = new Map<string, number>()
    for (const words of byId.values()) {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    for (const words of byId.values()) {
      expect([...words].some((word) => counts.get(word) === 1)).toBe(true)
    }
  })

  test('leaves keys out and never sends null', () => {
    expect(JSON.stringify(records)).not.toContain('null')
    for (const key of ['organization', 'githubRepo', 'projectPage', 'ai_summary', 'mediaUrls']) {
      const share = papers.filter((paper) => key in paper).length / papers.length
      expect(share, key).toBeGreaterThan(0.1)
      expect(share, key).toBeLessThan(0.95)
    }
  })

  test('publishes before it lists, and is four hours early on the outside', () => {
    for (const { date, records } of days) {
      for (const { paper, publishedAt } of records) {
        expect(paper.submittedOnDailyAt).toBe(`${date}T00:00:00.000Z`)
        expect(paper.publishedAt < paper.submittedOnDailyAt).toBe(true)
        expect(Date.parse(paper.publishedAt) - Date.parse(publishedAt)).toBe(4 * 3_600_000)
      }
    }
  })

  test('contains the odd values the real feed is known for', () => {
    expect(longestTitle).toHaveLength(206)
    const older = records.filter((record) => !newest.includes(record)).map(({ paper }) => paper)
    const has = (isOdd: (paper: RawRecord['paper']) => boolean): boolean => older.some(isOdd)
    expect(has(({ title }) => title === longestTitle)).toBe(true)
    expect(has(({ title }) => title.startsWith('L_2'))).toBe(true)
    expect(has(({ authors }) => authors.length === mostAuthors)).toBe(true)
    expect(has(({ githubRepo }) => githubRepo?.startsWith('https://github.com\n') ?? false)).toBe(
      true,
    )
    expect(has(({ githubRepo }) => githubRepo?.endsWith('/tree/main') ?? false)).toBe(true)
    expect(has(({ projectPage }) => projectPage?.startsWith(' https:') ?? false)).toBe(true)
    expect(has(({ projectPage }) => projectPage?.startsWith('javascript:') ?? false)).toBe(true)
    expect(has(({ authors }) => authors.some(({ name }) => /[äöüßåéñł]/.test(name)))).toBe(true)
  })

  test('keeps its newest day ordinary but for a <think> and a formula, both below the lead', () => {
    const think = newest.findIndex(({ title }) => title.includes('<think>'))
    const formula = newest.findIndex(({ summary }) => summary.includes('$\\mathcal'))
    expect(think).toBeGreaterThan(5)
    expect(formula).toBeGreaterThan(5)
    expect(newest.every(({ paper }) => paper.authors.length < 50)).toBe(true)
    expect(newest.every(({ title }) => title.length < 140)).toBe(true)
  })
})

describe('a shifted feed', () => {
  const sample = openFeed('sample')
  const shifted = shiftFeed(sample, '2027-01-15')

  test('ends on the day it was moved to and keeps the gaps between days', () => {
    expect(shifted.dates.at(-1)).toBe('2027-01-15')
    expect(shifted.dates).toHaveLength(sample.dates.length)
    expect(shifted.day(newestSampleDate)).toEqual([])
  })

  test('moves the timestamps, keeps the time of day, and leaves ids and the original alone', () => {
    const [before] = sample.day(newestSampleDate) as RawRecord[]
    const [after] = shifted.day('2027-01-15') as RawRecord[]
    expect(after?.paper.id).toBe(before?.paper.id)
    expect(after?.paper.submittedOnDailyAt).toBe('2027-01-15T00:00:00.000Z')
    expect(before?.paper.submittedOnDailyAt).toBe(`${newestSampleDate}T00:00:00.000Z`)
    expect(after?.publishedAt.slice(10)).toBe('T20:00:00.000Z')
    const lag = (record = before): number =>
      Date.parse(record?.paper.submittedOnDailyAt ?? '') - Date.parse(record?.publishedAt ?? '')
    expect(lag(after)).toBe(lag(before))
  })
})

const recordedFolder = findRecordedFolder()
if (recordedFolder) {
  describe('the recorded feed', () => {
    const recorded = readRecordedDays(recordedFolder)

    test('lists its days in order and reads one when it is asked for', () => {
      const dates = recorded.map(({ date }) => date)
      expect(dates.toSorted()).toEqual(dates)
      expect(recorded.at(-1)?.papers[0]).toHaveProperty('paper.id')
    })

    test('is preferred to the sample', () => {
      expect(openFeed().name).toBe('recorded')
    })

    test('has the keys the sample has', () => {
      const known = new Set(keysOf(records))
      // Seen in the recordings, and not in what the feed sends nowadays.
      for (const key of ['mediaUrl', 'submitterOrganization']) known.add(key)
      const sent = keysOf(recorded.slice(-20).flatMap((day) => day.papers as RawRecord[]))
      expect(sent.filter((key) => !known.has(key))).toEqual([])
    })
  })
} else {
  test('without recordings, the sample is served', () => {
    expect(openFeed().name).toBe('sample')
    expect(() => openFeed('recorded')).toThrow('PAPERBOY_FEED')
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{Letter}+/gu))
}

function keysOf(records: readonly RawRecord[]): string[] {
  const keys = records.flatMap((record) => [
    ...Object.keys(record),
    ...Object.keys(record.paper).map((key) => `paper.${key}`),
    ...record.paper.authors.flatMap((author) => Object.keys(author).map((key) => `author.${key}`)),
  ])
  return [...new Set(keys)]
}
