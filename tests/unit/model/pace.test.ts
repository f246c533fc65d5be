import { expect, test } from 'vitest'
import { paceOf, usualPace } from '../../../lib/model/pace.ts'

test.each([
  ['nothing was chosen', {}, usualPace],
  ['the choice is none that is offered', { refreshMinutes: 1 }, usualPace],
  ['it is to be seldom', { refreshMinutes: 180 }, { everyMs: 10_800_000, editionsBehind: 6 }],
  ['data is saved', { isSavingData: true }, { everyMs: 1_800_000, editionsBehind: 1 }],
])('when %s, that is the pace', (_when, chosen, pace) => expect(paceOf(chosen)).toEqual(pace))
