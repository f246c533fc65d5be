import { expect, test } from 'vitest'
import { periodIn } from '../../../lib/model/period-in.ts'

const today = '2026-08-21'

test.each([
  ['2026-08-20', { view: 'day', date: '2026-08-20' }],
  ['2026-w33', { view: 'week', week: '2026-W33' }],
  ['2025-11', { view: 'month', month: '2025-11' }],
  ['yesterday', { view: 'day', date: '2026-08-20' }],
  ['Monday', { view: 'day', date: '2026-08-17' }],
  ['fri', { view: 'day', date: '2026-08-14' }],
  ['20 aug', { view: 'day', date: '2026-08-20' }],
  ['Aug 3, 2025', { view: 'day', date: '2025-08-03' }],
  ['december 24', { view: 'day', date: '2025-12-24' }],
  ['dec', { view: 'month', month: '2025-12' }],
  ['August', { view: 'month', month: '2026-08' }],
  ['january 2024', { view: 'month', month: '2024-01' }],
])('%s is %o', (text, route) => {
  expect(periodIn(text, today, 'en')).toEqual(route)
})

test.each([
  '',
  'a',
  'agents',
  'may be',
  '2026-08-22',
  '2023-05-03',
  '31 feb',
  '2026-W60',
  '3 4 may',
])('%j is none, or none of the feed', (text) => {
  expect(periodIn(text, today, 'en')).toBeUndefined()
})

test('other languages have their own names, and English ones too', () => {
  expect(periodIn('3. März', today, 'de')).toEqual({ view: 'day', date: '2026-03-03' })
  expect(periodIn('hier', today, 'fr')).toEqual({ view: 'day', date: '2026-08-20' })
  expect(periodIn('yesterday', today, 'fr')).toEqual({ view: 'day', date: '2026-08-20' })
})
