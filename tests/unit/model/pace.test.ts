import { expect, test } from 'vitest'
import { paceOf, usualPace } from '../../../lib/model/pace.ts'

test.each([
  ['nothing was chosen', {}, usualPace],
  ['the choice is none that is offered', { refreshMinutes: 1 }, usualPace],
  ['it is to be seldom', { refreshMinutes: 180 }, { ...usualPace, everyMs: 10_800_000 }],
  ['data is saved', { isSavingData: true }, { ...usualPace, editionsBehind: 1, isSaving: true }],
])('when %s, that is the pace', (_when, chosen, pace) => expect(paceOf(chosen)).toEqual(pace))
