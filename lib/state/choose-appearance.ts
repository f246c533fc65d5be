import { readLocal, writeLocal } from '../local-store.ts'
import { type Appearance, type AppearanceField, readAppearance } from '../model/appearance.ts'
import { chooseAppearance } from '../model/choose-appearance.ts'

/** Makes a choice; every open page follows, and the reader's other machines. */
export function choose<Field extends AppearanceField>(
  field: Field,
  value: Appearance[Field],
): Promise<void> {
  return navigator.locks.request('paperboy-appearance', async () => {
    const stored = readAppearance((await readLocal('appearance')).appearance)
    await writeLocal({ appearance: chooseAppearance(stored, field, value, Date.now()) })
  })
}

/** From the day's edition to the night's, or back; to the browser's own choice where that is it. */
export function turnEdition({ edition }: Appearance): Promise<void> {
  const usual = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'day'
  const next = (edition === 'auto' ? usual : edition) === 'night' ? 'day' : 'night'
  return choose('edition', next === usual ? 'auto' : next)
}
