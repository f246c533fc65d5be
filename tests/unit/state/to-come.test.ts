import { expect, test } from 'vitest'
import { isToCome, stepsOf } from '../../../lib/state/steps.ts'

const today = '2026-08-21'

test('a day, week or month that has not begun is still to come', () => {
  expect(isToCome({ view: 'day', date: '2026-08-22' }, today)).toBe(true)
  expect(isToCome({ view: 'week', week: '2026-W35' }, today)).toBe(true)
  expect(isToCome({ view: 'month', month: '2026-09' }, today)).toBe(true)
  expect(isToCome({ view: 'day', date: today }, today)).toBe(false)
  expect(isToCome({ view: 'week', week: '2026-W34' }, today)).toBe(false)
  expect(isToCome({ view: 'trending' }, today)).toBe(false)
})

test('from the future one step leads back to the present', () => {
  const steps = (route: Parameters<typeof isToCome>[0]) =>
    stepsOf({ route, state: 'missing' }, today)
  expect(steps({ view: 'day', date: '2027-03-01' })?.earlier).toEqual({ view: 'today' })
  expect(steps({ view: 'week', week: '2027-W10' })?.earlier).toEqual({
    view: 'week',
    week: '2026-W34',
  })
  expect(steps({ view: 'month', month: '2027-03' })?.earlier).toEqual({
    view: 'month',
    month: '2026-08',
  })
})
