import { type Signal, signal } from '@preact/signals'
import { watchLocal } from '../local-store.ts'
import {
  type Appearance,
  type AppearanceField,
  appearanceOf,
  defaultAppearance,
  readAppearance,
} from '../model/appearance.ts'

/** Where public/appearance.js finds it before the first frame: the only store read at once. */
const copyKey = 'appearance'

/**
 * Dresses this page as the reader chose, now and at each later choice, wherever that is made.
 * `stored` is the part `appearance` of `storage.local`. The choices are attributes of <html>,
 * such as `data-edition="night"`; a default is none.
 */
export function wearAppearance(stored: unknown): Signal<Appearance> {
  const appearance = signal(appearanceOf(readAppearance(stored)))
  wear(appearance.value)
  watchLocal('appearance', (changed) => {
    appearance.value = appearanceOf(readAppearance(changed))
    wear(appearance.value)
  })
  return appearance
}

function wear(appearance: Appearance): void {
  const { dataset } = document.documentElement
  const chosen: Record<string, string> = {}
  for (const field of Object.keys(defaultAppearance) as AppearanceField[]) {
    if (appearance[field] === defaultAppearance[field]) delete dataset[field]
    else chosen[field] = dataset[field] = appearance[field]
  }
  const copy = JSON.stringify(chosen)
  try {
    if (localStorage.getItem(copyKey) !== copy) localStorage.setItem(copyKey, copy)
  } catch {
    // Without it the next page is dressed a moment late, that is all.
  }
}
