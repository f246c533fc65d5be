import { describe, expect, test } from 'vitest'
import { neighbourDay } from '../../../lib/model/neighbour-day.ts'

const today = '2026-08-21'
const nothing = () => undefined

/** What is known of days: true when one is empty. */
function known(days: Record<string, boolean>) {
  return (date: string): boolean | undefined => days[date]
}

describe('the day next to one', () => {
  test('is the next of the calendar', () => {
    expect(neighbourDay('2026-08-19', -1, today)).toBe('2026-08-18')
    expect(neighbourDay('2026-08-19', 1, today)).toBe('2026-08-20')
  })

  test('is on the other side of a weekend', () => {
    expect(neighbourDay('2026-08-17', -1, today)).toBe('2026-08-14')
    expect(neighbourDay('2026-08-14', 1, today)).toBe('2026-08-17')
  })

  test('is in a weekend that is known to have papers', () => {
    const isEmpty = known({ '2026-08-16': true, '2026-08-15': false })
    expect(neighbourDay('2026-08-17', -1, today, isEmpty)).toBe('2026-08-15')
  })

  test('is on the other side of a holiday that is known to be empty', () => {
    const isEmpty = known({ '2026-08-18': true, '2026-08-17': true })
    expect(neighbourDay('2026-08-19', -1, today, isEmpty)).toBe('2026-08-14')
  })

  test('is none after today, and none before the first', () => {
    expect(neighbourDay(today, 1, today, nothing)).toBeUndefined()
    expect(neighbourDay('2023-05-04', -1, today, nothing)).toBeUndefined()
    expect(neighbourDay('2023-05-05', -1, today, nothing)).toBe('2023-05-04')
  })

  test('is none when ten days on are empty', () => {
    expect(neighbourDay('2026-07-01', 1, today, () => true)).toBeUndefined()
  })
})
