/** How the pages look: what the reader chose, field by field. */
export interface Appearance {
  /** Ink on paper, or the night edition; `auto` follows the browser. */
  edition: 'auto' | 'day' | 'night'
  /** How much of each paper a list shows: its headline, a summary, or the whole abstract. */
  density: 'glance' | 'comfortable' | 'full'
  textSize: 'small' | 'medium' | 'large' | 'largest'
  pictures: 'on' | 'off'
  /** At most so many on the front page; `auto` is as many as fit. */
  columns: 'auto' | '1' | '2' | '3'
}

export type AppearanceField = keyof Appearance

/** Every choice there is, in the order to offer them. */
export const appearanceChoices: { [Field in AppearanceField]: readonly Appearance[Field][] } = {
  edition: ['auto', 'day', 'night'],
  density: ['glance', 'comfortable', 'full'],
  textSize: ['small', 'medium', 'large', 'largest'],
  pictures: ['on', 'off'],
  columns: ['auto', '1', '2', '3'],
}

export const defaultAppearance: Appearance = {
  edition: 'auto',
  density: 'comfortable',
  textSize: 'medium',
  pictures: 'on',
  columns: 'auto',
}

const fields = Object.keys(appearanceChoices) as AppearanceField[]

/** What is stored of it: each choice with when (ms) it was made, so that the last one wins. */
export type StoredAppearance = {
  [Field in AppearanceField]?: { value: Appearance[Field]; at: number }
}

/** Reads what lies in a store, whatever that is: a field that is not as it should be is left out. */
export function readAppearance(value: unknown): StoredAppearance {
  const stored = Object(value) as Record<string, { value?: unknown; at?: unknown } | null>
  const good = fields.filter((field) => {
    const choices: readonly unknown[] = appearanceChoices[field]
    return choices.includes(stored[field]?.value) && Number.isFinite(stored[field]?.at)
  })
  return Object.fromEntries(
    good.map((field) => [field, { value: stored[field]?.value, at: stored[field]?.at }]),
  )
}

/** The choices in force: the default where none was made. */
export function appearanceOf(stored: StoredAppearance): Appearance {
  const chosen = Object.entries(stored).map(([field, { value }]) => [field, value])
  return { ...defaultAppearance, ...Object.fromEntries(chosen) }
}
