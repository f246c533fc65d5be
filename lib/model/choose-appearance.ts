import {
  type Appearance,
  type AppearanceField,
  appearanceChoices,
  type StoredAppearance,
} from './appearance.ts'

/** With one choice more. It is the last one, even where an earlier one came of a fast clock. */
export function chooseAppearance<Field extends AppearanceField>(
  stored: StoredAppearance,
  field: Field,
  value: Appearance[Field],
  now: number,
): StoredAppearance {
  return { ...stored, [field]: { value, at: Math.max(now, (stored[field]?.at ?? 0) + 1) } }
}

/** Of each field the later choice; of two at once the same one, whichever way they are merged. */
export function mergeAppearance(a: StoredAppearance, b: StoredAppearance): StoredAppearance {
  const fields = Object.keys(appearanceChoices) as AppearanceField[]
  const later = fields.flatMap((field) => {
    const [one, other] = [a[field], b[field]]
    if (!one || !other) return one || other ? [[field, one ?? other] as const] : []
    const isOther = other.at > one.at || (other.at === one.at && other.value > one.value)
    return [[field, isOther ? other : one] as const]
  })
  return Object.fromEntries(later)
}
