import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AppearanceField,
  appearanceChoices,
  appearanceOf,
  defaultAppearance,
  readAppearance,
  type StoredAppearance,
} from '../../../lib/model/appearance.ts'
import { chooseAppearance, mergeAppearance } from '../../../lib/model/choose-appearance.ts'

const anyStored = fc
  .record(
    Object.fromEntries(
      Object.entries(appearanceChoices).map(([field, choices]) => [
        field,
        fc.record({ value: fc.constantFrom(...choices), at: fc.integer({ min: 0, max: 3 }) }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map(readAppearance)

describe('what is stored of the look', () => {
  test('is the default where nothing was chosen, whatever lies there', () => {
    for (const value of [undefined, null, 7, 'night', [], { edition: 'night' }]) {
      expect(appearanceOf(readAppearance(value))).toEqual(defaultAppearance)
    }
  })

  test('keeps its good fields beside a bad one', () => {
    const stored = {
      edition: { value: 'night', at: 5 },
      density: { value: 'crammed', at: 5 },
      columns: { value: '2', at: 'soon' },
      pictures: null,
      font: { value: 'comic', at: 5 },
    }
    expect(readAppearance(stored)).toEqual({ edition: { value: 'night', at: 5 } })
    expect(appearanceOf(readAppearance(stored))).toEqual({ ...defaultAppearance, edition: 'night' })
  })

  test('has every default among the choices', () => {
    for (const field of Object.keys(appearanceChoices) as AppearanceField[]) {
      expect(appearanceChoices[field]).toContain(defaultAppearance[field])
    }
  })
})

test('a choice wins over one that a fast clock made', () => {
  const early: StoredAppearance = { edition: { value: 'night', at: 900 } }
  const now = chooseAppearance(early, 'edition', 'day', 500)
  expect(appearanceOf(mergeAppearance(early, now)).edition).toBe('day')
  expect(appearanceOf(mergeAppearance(now, early)).edition).toBe('day')
})

describe('two machines', () => {
  test('keep the later choice of each field', () => {
    const a: StoredAppearance = {
      edition: { value: 'night', at: 2 },
      columns: { value: '1', at: 2 },
    }
    const b: StoredAppearance = { edition: { value: 'day', at: 1 }, columns: { value: '3', at: 4 } }
    expect(mergeAppearance(a, b)).toEqual({
      edition: { value: 'night', at: 2 },
      columns: { value: '3', at: 4 },
    })
  })

  test('come to the same, in whatever order they hear of each other', () => {
    fc.assert(
      fc.property(anyStored, anyStored, anyStored, (a, b, c) => {
        expect(mergeAppearance(a, b)).toEqual(mergeAppearance(b, a))
        expect(mergeAppearance(mergeAppearance(a, b), c)).toEqual(
          mergeAppearance(a, mergeAppearance(b, c)),
        )
        expect(mergeAppearance(a, a)).toEqual(a)
      }),
    )
  })
})
