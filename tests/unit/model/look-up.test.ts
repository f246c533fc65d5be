import { expect, test } from 'vitest'
import { isLookUpDue } from '../../../lib/model/look-up.ts'
import { makeSaved } from '../make-paper.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  ['has its record', {}, 5 * day, false],
  ['was never looked up', { pendingSince: 0 }, 1, true],
  ['was looked up just now', { pendingSince: 0, triedAt: minute }, 2 * minute, false],
  ['was looked up half an hour ago', { pendingSince: 0, triedAt: minute }, 31 * minute, true],
  [
    'has waited a day and was looked up an hour ago',
    { pendingSince: 0, triedAt: day },
    day + hour,
    false,
  ],
  [
    'has waited a day and was looked up a day ago',
    { pendingSince: 0, triedAt: day },
    2 * day,
    true,
  ],
  [
    'has waited a year and was looked up a week ago',
    { pendingSince: 0, triedAt: 365 * day },
    372 * day,
    true,
  ],
  ['was looked up by a clock that was wrong', { pendingSince: 0, triedAt: 9 * day }, day, true],
])('a saved paper that %s: its turn', (_what, changes, now, isDue) => {
  expect(isLookUpDue(makeSaved(changes), now)).toBe(isDue)
})
