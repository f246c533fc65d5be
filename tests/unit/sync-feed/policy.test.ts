import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closesAt, feedDateAt } from '../../../lib/model/feed-date.ts'
import { dayRef, type Listing, trendingRef } from '../../../lib/model/listing.ts'
import { paceOf } from '../../../lib/model/pace.ts'
import { dueDays, isDue, isWorse, nextSyncAt, oldestDueDay } from '../../../lib/sync-feed/policy.ts'
import { endpoint, makeIds, makeListing } from '../make-paper.ts'

const minute = 60_000
/** A Friday, at noon in New York. */
const friday = Date.parse('2026-08-21T16:00:00Z')
const sunday = Date.parse('2026-08-23T16:00:00Z')

const dates = (refs: { key: string }[]) => refs.map(({ key }) => key)

/** A day that was fetched whole after it had closed. */
function whole(date: string, papers = 3): Listing {
  const at = Math.min(closesAt(date) + minute, friday)
  const times = { fetchedAt: at, checkedAt: at, isComplete: true }
  return makeListing({ key: date, ids: makeIds(papers), ...times })
}

/** Fridays back to the thirteenth, as the feed has them, weekends empty. */
function twoWeeks(): Listing[] {
  const days: Listing[] = []
  for (let day = 7; day <= 20; day++) {
    const date = `2026-08-${String(day).padStart(2, '0')}`
    days.push(whole(date, [8, 9, 15, 16].includes(day) ? 0 : 3))
  }
  return days
}

describe('the days that are due', () => {
  test('are today and the six editions before it on the first run, and the weekend between', () => {
    expect(dates(dueDays([], friday, endpoint))).toEqual([
      '2026-08-21',
      '2026-08-20',
      '2026-08-19',
      '2026-08-18',
      '2026-08-17',
      '2026-08-16',
      '2026-08-15',
      '2026-08-14',
      '2026-08-13',
    ])
  })

  test('on a Sunday reach as far back in editions', () => {
    expect(dates(dueDays([], sunday, endpoint)).at(-1)).toBe('2026-08-14')
    expect(dates(dueDays([], sunday, endpoint))[0]).toBe('2026-08-23')
  })

  test('are today and the last edition for whoever saves data', () => {
    const saving = paceOf({ isSavingData: true })
    expect(dates(dueDays([], friday, endpoint, saving))).toEqual(['2026-08-21', '2026-08-20'])
    expect(dates(dueDays([], sunday, endpoint, saving)).at(-1)).toBe('2026-08-21')
  })

  test('reach further back once days turn out to have had no edition', () => {
    const holidays = [whole('2026-08-20', 0), whole('2026-08-19', 0)]
    const due = dates(dueDays(holidays, friday, endpoint))
    expect(due).not.toContain('2026-08-20')
    expect(due.at(-1)).toBe('2026-08-11')
  })

  test('reach less far back when a weekend had papers', () => {
    expect(
      dates(dueDays([whole('2026-08-16'), whole('2026-08-15')], friday, endpoint)).at(-1),
    ).toBe('2026-08-17')
  })

  test('reach back no more than two weeks, though the feed was empty all the time', () => {
    const asked: Listing[] = []
    for (let round = 0; round < 30; round++) {
      for (const { key } of dueDays(asked, friday, endpoint)) asked.push(whole(key, 0))
    }
    const days = dates(asked).toSorted()
    expect(days).toHaveLength(15)
    expect(days[0]).toBe(oldestDueDay(friday))
    expect(days[0]).toBe('2026-08-07')
  })

  test('do not reach behind the feed’s first day', () => {
    const now = Date.parse('2023-05-05T16:00:00Z')
    expect(dates(dueDays([], now, endpoint))).toEqual(['2023-05-05', '2023-05-04'])
  })

  test('are only today when all the others are whole', () => {
    expect(dates(dueDays(twoWeeks(), friday, endpoint))).toEqual(['2026-08-21'])
  })

  test('are none when today is fresh, too', () => {
    const today = makeListing({ key: '2026-08-21', checkedAt: friday - 10 * minute })
    expect(dueDays([...twoWeeks(), today], friday, endpoint)).toEqual([])
  })

  test('are, just after the turn of the day, the new day and the one that closed', () => {
    const turned = closesAt('2026-08-21')
    const yesterday = makeListing({ key: '2026-08-21', checkedAt: turned - minute })
    expect(dates(dueDays([...twoWeeks(), yesterday], turned, endpoint))).toEqual([
      '2026-08-22',
      '2026-08-21',
    ])
  })

  test('settle after a few rounds, whatever the feed answers', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 15, maxLength: 15 })
    const instant = fc.integer({ min: friday, max: friday + 400 * 1440 * minute })
    fc.assert(
      fc.property(counts, instant, (papers, now) => {
        const stored: Listing[] = []
        for (let round = 0; round < 15; round++) {
          const due = dueDays(stored, now, endpoint)
          if (round === 14) expect(due).toEqual([])
          for (const ref of due) {
            const times = { fetchedAt: now, checkedAt: now }
            stored.push(makeListing({ ...ref, ...times, ids: makeIds(papers.at(-1 - round) ?? 0) }))
          }
        }
        const editions = stored.filter(
          ({ key, ids }) => ids.length > 0 && key !== feedDateAt(new Date(now)),
        )
        expect(editions.length >= 6 || stored.length === 15).toBe(true)
      }),
    )
  })
})

describe('a listing', () => {
  const ref = dayRef('2026-08-21')
  const closed = closesAt('2026-08-21')
  const checked = (checkedAt: number, changes: Partial<Listing> = {}) =>
    makeListing({ key: '2026-08-21', fetchedAt: checkedAt, checkedAt, ...changes })

  test('that is missing is due', () => {
    expect(isDue(undefined, ref, friday, endpoint)).toBe(true)
  })

  test('that grows is due every half an hour, give or take a tenth', () => {
    expect(isDue(checked(friday - 26 * minute), ref, friday, endpoint)).toBe(false)
    expect(isDue(checked(friday - 27 * minute), ref, friday, endpoint)).toBe(true)
    const seldom = paceOf({ refreshMinutes: 180 })
    expect(isDue(checked(friday - 176 * minute), ref, friday, endpoint, seldom)).toBe(false)
    expect(isDue(checked(friday - 177 * minute), ref, friday, endpoint, seldom)).toBe(true)
  })

  test('that closed is asked for once more', () => {
    expect(isDue(checked(closed - 1), ref, closed, endpoint)).toBe(true)
    const last = checked(closed, { isComplete: true })
    expect(isDue(last, ref, closed + 1, endpoint)).toBe(false)
    expect(isDue(last, ref, closed + 100_000 * minute, endpoint)).toBe(false)
  })

  test('that closed while its last answer was not good enough is asked for again', () => {
    const kept = checked(closed - 600 * minute, { checkedAt: closed + minute })
    expect(isDue(kept, ref, closed + 2 * minute, endpoint)).toBe(false)
    expect(isDue(kept, ref, closed + 40 * minute, endpoint)).toBe(true)
  })

  test('of a month is due until the month is over', () => {
    const month = { kind: 'month', key: '2026-08' } as const
    const listing = (checkedAt: number) => makeListing({ ...month, checkedAt })
    expect(isDue(listing(friday - 40 * minute), month, friday, endpoint)).toBe(true)
    const end = closesAt('2026-08-31')
    expect(isDue(listing(end - 1), month, end + minute, endpoint)).toBe(true)
    expect(isDue({ ...listing(end), isComplete: true }, month, end + 99 * minute, endpoint)).toBe(
      false,
    )
  })

  test('of what is trending never ends', () => {
    const listing = (checkedAt: number) => makeListing({ ...trendingRef, checkedAt })
    expect(isDue(listing(friday - 40 * minute), trendingRef, friday, endpoint)).toBe(true)
    expect(isDue(listing(friday - 10 * minute), trendingRef, friday, endpoint)).toBe(false)
  })
})

describe('an answer is worse than what is stored', () => {
  test.each([
    [0, 0, false],
    [0, 5, false],
    [1, 0, true],
    [1, 1, false],
    [2, 0, true],
    [2, 1, true],
    [3, 2, false],
    [31, 15, true],
    [34, 17, true],
    [34, 18, true],
    [34, 25, true],
    [34, 26, false],
    [4, 2, true],
    [34, 32, false],
    [34, 40, false],
  ])('with %i papers stored and %i come: %s', (stored, come, isIt) => {
    expect(isWorse(makeListing({ ids: makeIds(stored) }), makeIds(come), endpoint)).toBe(isIt)
  })

  test('from another endpoint only when it is empty', () => {
    const stored = makeListing({ ids: makeIds(34), endpoint: 'https://mirror.example' })
    expect(isWorse(stored, makeIds(3), endpoint)).toBe(false)
    expect(isWorse(stored, [], endpoint)).toBe(true)
  })

  test('never when nothing is stored', () => {
    expect(isWorse(undefined, [], endpoint)).toBe(false)
  })
})

describe('a listing that was checked', () => {
  const ref = dayRef('2026-08-21')

  test('by a clock that was ahead is due once the clock is right', () => {
    const ahead = makeListing({ ...ref, checkedAt: friday + 86_400_000, isComplete: true })
    expect(isDue(ahead, ref, friday, endpoint)).toBe(true)
  })

  test('and found empty is due again when another endpoint is asked', () => {
    const empty = makeListing({ ...ref, ids: [], checkedAt: friday, isComplete: true })
    expect(isDue(empty, ref, friday, endpoint)).toBe(false)
    expect(isDue(empty, ref, friday, 'https://mirror.example')).toBe(true)
  })
})

describe('the next sync', () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  test('is in half an hour, give or take a tenth', () => {
    expect(nextSyncAt(friday, 0)).toBe(friday + 27 * minute)
    expect(nextSyncAt(friday, 0.5)).toBe(friday + 30 * minute)
    expect(nextSyncAt(friday, 0.999)).toBeLessThan(friday + 33 * minute)
  })

  test('is a few minutes after the day closes, when that is sooner', () => {
    const closing = closesAt('2026-08-21')
    expect(nextSyncAt(closing - 5 * minute, 0)).toBe(closing + minute)
    expect(nextSyncAt(closing - 5 * minute, 0.5)).toBe(closing + 3 * minute)
    expect(nextSyncAt(closing, 0.5)).toBe(closing + 30 * minute)
  })

  test('is when the endpoint may be asked again', () => {
    expect(nextSyncAt(friday, 0.5, friday + 99 * minute)).toBe(friday + 99 * minute)
    expect(nextSyncAt(friday, 0.5, friday + 1)).toBe(friday + 1)
    expect(nextSyncAt(friday, 0.5, friday)).toBe(friday + 30 * minute)
  })

  test('is always ahead, by no more than 33 minutes', () => {
    const now = fc.integer({ min: friday, max: friday + 400 * 1440 * minute })
    fc.assert(
      fc.property(now, unit, (now, random) => {
        const wait = nextSyncAt(now, random) - now
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(33 * minute)
      }),
    )
  })
})
