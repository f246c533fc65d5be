import { describe, expect, test } from 'vitest'
import { addDays, isoWeekday } from '../../../lib/model/feed-date.ts'
import {
  daysOfMonth,
  daysOfWeek,
  isMonth,
  isWeek,
  monthOf,
  stepMonth,
  stepWeek,
  weekOf,
} from '../../../lib/model/period.ts'

describe('a week', () => {
  test.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2026-08-21', '2026-W34'],
  ])('of %s is %s', (date, week) => {
    expect(weekOf(date)).toBe(week)
  })

  test('holds each of its seven days, from Monday, for every day from 2023 to 2030', () => {
    for (let date = '2023-01-01'; date <= '2030-12-31'; date = addDays(date, 1)) {
      const week = weekOf(date)
      const { first, last } = daysOfWeek(week)
      expect(isWeek(week)).toBe(true)
      expect(isoWeekday(first)).toBe(1)
      expect(last).toBe(addDays(first, 6))
      expect(first <= date && date <= last).toBe(true)
      expect(weekOf(first)).toBe(week)
      expect(weekOf(last)).toBe(week)
    }
  })

  test('steps to its neighbours over the end of a year', () => {
    expect(stepWeek('2026-W53', 1)).toBe('2027-W01')
    expect(stepWeek('2026-W01', -1)).toBe('2025-W52')
    expect(stepWeek('2020-W53', 52)).toBe('2021-W52')
    expect(stepWeek(stepWeek('2026-W34', 31), -31)).toBe('2026-W34')
  })

  test.each(['2026-W00', '2025-W53', '2026-W54', '2026-W99', '2026-34', '2026-W1', 'W01-2026', ''])(
    'is not %j',
    (text) => expect(isWeek(text)).toBe(false),
  )

  test('is any number in any year or none, but never an error', () => {
    for (const year of ['0000', '0001', '0999', '1999', '2000', '2999', '9999']) {
      for (let number = 0; number < 100; number++) {
        const week = `${year}-W${String(number).padStart(2, '0')}`
        expect(() => isWeek(week)).not.toThrow()
        if (isWeek(week)) expect(() => [stepWeek(week, -1), stepWeek(week, 1)]).not.toThrow()
      }
    }
  })
})

describe('a month', () => {
  test.each([
    ['2026-08', '2026-08-01', '2026-08-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s goes from %s to %s', (month, first, last) => {
    expect(daysOfMonth(month)).toEqual({ first, last })
    expect([monthOf(first), monthOf(last)]).toEqual([month, month])
  })

  test('steps to its neighbours over the end of a year', () => {
    expect(stepMonth('2026-12', 1)).toBe('2027-01')
    expect(stepMonth('2026-01', -1)).toBe('2025-12')
    expect(stepMonth('2026-05', -29)).toBe('2023-12')
  })

  test.each(['2026-00', '2026-13', '2026-8', '2026', '26-08', '2026-08-01', ''])(
    'is not %j',
    (text) => expect(isMonth(text)).toBe(false),
  )
})
