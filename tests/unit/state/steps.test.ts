import { describe, expect, test } from 'vitest'
import type { PageContent } from '../../../lib/state/page-content.ts'
import { editionOf, stepsOf } from '../../../lib/state/steps.ts'

const today = '2026-08-21'

function steps(content: PageContent) {
  return stepsOf(content, today)
}

describe('the steps from today', () => {
  const route = { view: 'today' } as const

  test('go back to the day before, and not on', () => {
    expect(steps({ route, state: 'loading' })).toEqual({
      kind: 'date',
      value: today,
      min: '2023-05-04',
      max: today,
      earlier: { view: 'day', date: '2026-08-20' },
      later: undefined,
    })
  })

  test('start from the last edition where today has none', () => {
    const edition = { cards: [], total: 0, edition: '2026-08-18' }
    const content: PageContent = { route, state: 'papers', ...edition }
    expect(editionOf(content)).toBe('2026-08-18')
    expect(steps(content)).toMatchObject({ earlier: { view: 'day', date: '2026-08-17' } })
  })
})

describe('the steps from a day', () => {
  const route = { view: 'day', date: '2026-08-20' } as const

  test('lead to today by its own name', () => {
    expect(steps({ route, state: 'missing' })?.later).toEqual({ view: 'today' })
  })

  test('are those that the database knows of', () => {
    const neighbours = { earlier: '2026-08-14', later: undefined }
    expect(steps({ route, state: 'missing', neighbours })).toMatchObject({
      earlier: { view: 'day', date: '2026-08-14' },
      later: undefined,
    })
  })

  test('pass over weekends before the database has told', () => {
    const monday: PageContent = { route: { view: 'day', date: '2026-08-17' }, state: 'loading' }
    expect(steps(monday)?.earlier).toEqual({ view: 'day', date: '2026-08-14' })
  })
})

describe('the steps from a week or a month', () => {
  const stepsFrom = (route: PageContent['route']) => steps({ route, state: 'missing' })

  test.each([
    ['2026-W34', '2026-W33', undefined],
    ['2026-W01', '2025-W52', '2026-W02'],
    ['2023-W18', undefined, '2023-W19'],
  ])('%s lead to %s and %s', (week, earlier, later) => {
    expect(stepsFrom({ view: 'week', week })).toMatchObject({
      kind: 'week',
      value: week,
      min: '2023-W18',
      max: '2026-W34',
      earlier: earlier && { view: 'week', week: earlier },
      later: later && { view: 'week', week: later },
    })
  })

  test.each([
    ['2026-08', '2026-07', undefined],
    ['2026-01', '2025-12', '2026-02'],
    ['2023-05', undefined, '2023-06'],
  ])('%s lead to %s and %s', (month, earlier, later) => {
    expect(stepsFrom({ view: 'month', month })).toMatchObject({
      kind: 'month',
      min: '2023-05',
      max: '2026-08',
      earlier: earlier && { view: 'month', month: earlier },
      later: later && { view: 'month', month: later },
    })
  })

  test.each(['trending', 'saved'] as const)('there are none from %s', (view) => {
    expect(stepsFrom({ view })).toBeUndefined()
  })
})
