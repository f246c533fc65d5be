import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  closesAt,
  editionNumber,
  feedDateAt,
  firstFeedDate,
  isFeedDate,
  isoWeekday,
} from '../../../lib/model/feed-date.ts'

describe('the feed’s day', () => {
  test.each([
    ['in summer', '2026-08-20T01:29:59Z', '2026-08-19'],
    ['in summer', '2026-08-20T01:30:00Z', '2026-08-20'],
    ['in winter', '2026-01-15T02:29:59Z', '2026-01-14'],
    ['in winter', '2026-01-15T02:30:00Z', '2026-01-15'],
    ['on the day clocks go forward', '2026-03-09T01:29:59Z', '2026-03-08'],
    ['on the day clocks go forward', '2026-03-09T01:30:00Z', '2026-03-09'],
    ['on the evening before that', '2026-03-08T02:30:00Z', '2026-03-08'],
    ['on the day clocks go back', '2026-11-02T02:29:59Z', '2026-11-01'],
    ['on the day clocks go back', '2026-11-02T02:30:00Z', '2026-11-02'],
    ['on the evening before that', '2026-11-01T01:30:00Z', '2026-11-01'],
    ['at New Year', '2027-01-01T02:30:00Z', '2027-01-01'],
    ['at midnight in New York', '2026-08-20T04:00:00Z', '2026-08-20'],
  ])('turns at 21:30 in New York: %s, %s is %s', (_when, instant, date) => {
    expect(feedDateAt(new Date(instant))).toBe(date)
  })

  test('closes at the very instant the next one begins, for every day of eight years', () => {
    for (let date = firstFeedDate; date < '2031-01-01'; date = addDays(date, 1)) {
      const end = closesAt(date)
      expect(feedDateAt(new Date(end - 1))).toBe(date)
      expect(feedDateAt(new Date(end))).toBe(addDays(date, 1))
    }
  })

  test('closes after every instant that belongs to it', () => {
    const instants = fc.date({ min: new Date('2023-05-04'), max: new Date('2040-01-01') })
    fc.assert(
      fc.property(instants.filter(isValid), (instant) => {
        const date = feedDateAt(instant)
        expect(instant.getTime()).toBeLessThan(closesAt(date))
        expect(instant.getTime()).toBeGreaterThanOrEqual(closesAt(addDays(date, -1)))
      }),
    )
  })

  test.each(['', 'today', '2026-02-30', '2026-13-01'])('has no end when it is %j', (date) => {
    expect(() => closesAt(date)).toThrow(RangeError)
  })
})

describe('a date', () => {
  test.each(['2023-05-04', '2024-02-29', '2026-12-31'])('can be %s', (text) => {
    expect(isFeedDate(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2025-13-40',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '2026-04-01T00:00',
    ' 2026-04-01',
    '2026-04-01\n',
    '+12026-04-01',
    '',
  ])('cannot be %j', (text) => {
    expect(isFeedDate(text)).toBe(false)
  })

  test.each(['0000-01-01', '0099-01-01', '1883-11-17', '9999-12-31'])(
    'cannot be %s, where the calendars of New York and of weeks end',
    (text) => expect(isFeedDate(text)).toBe(false),
  )

  test('has a weekday from Monday, 1, to Sunday, 7', () => {
    const week = ['17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-08-${day}`)
    expect(week.map(isoWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('steps over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-08-21', 0)).toBe('2026-08-21')
  })
})

function isValid(date: Date): boolean {
  return !Number.isNaN(date.getTime())
}

describe('the number of an edition', () => {
  test.each([
    ['2023-05-04', 1],
    ['2023-05-05', 2],
    ['2023-05-08', 3],
    ['2026-08-21', 862],
    ['2026-08-22', undefined],
    ['2023-05-03', undefined],
  ])('of %s is %s', (date, number) => {
    expect(editionNumber(date)).toBe(number)
  })

  test('grows by one with each day of the week', () => {
    let last = 0
    for (let date = firstFeedDate; date < '2027-01-01'; date = addDays(date, 1)) {
      const number = editionNumber(date)
      if (number === undefined) continue
      expect(number).toBe(last + 1)
      last = number
    }
  })
})
