import { appearanceWords } from '@/components/settings/appearance-words.ts'
import { t } from '@/lib/i18n.ts'
import {
  type Appearance,
  type AppearanceField,
  appearanceChoices,
  defaultAppearance,
} from '@/lib/model/appearance.ts'
import type { PaletteItem } from '@/lib/model/palette.ts'
import { choose } from '@/lib/state/choose-appearance.ts'

/** Every choice of how the pages look, called as in the settings. */
export function appearanceItems(): PaletteItem[] {
  return (Object.keys(appearanceWords) as AppearanceField[]).flatMap(itemsOf)
}

function itemsOf<Field extends AppearanceField>(field: Field): PaletteItem[] {
  const { label, names } = appearanceWords[field]
  // The page wears what was chosen (lib/state/appearance.ts).
  const current = document.documentElement.dataset[field] ?? defaultAppearance[field]
  return appearanceChoices[field].map((choice) => ({
    id: `look ${field} ${choice}`,
    group: t('appearance.title'),
    label: t('palette.choice', {
      label: t(label),
      name: t(names[choice] as 'appearance.title'),
    }),
    words: wordsOf(field, choice),
    isCurrent: choice === current,
    run: () => void choose(field, choice),
  }))
}

/** The words of the edition are those of each: who types "dark" means the night. */
function wordsOf<Field extends AppearanceField>(field: Field, choice: Appearance[Field]): string {
  if (field !== 'edition') return t(appearanceWords[field].keywords)
  const words = t('palette.words.edition')
  if (choice === 'night') return `${words} ${t('palette.words.night')}`
  return choice === 'day' ? `${words} ${t('palette.words.day')}` : words
}
