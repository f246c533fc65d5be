import { t } from '@/lib/i18n.ts'
import type { Appearance, AppearanceField } from '@/lib/model/appearance.ts'
import type { PaletteItem } from '@/lib/model/palette.ts'
import { choose } from '@/lib/state/choose-appearance.ts'

type Labels = { [Field in AppearanceField]: Record<Appearance[Field], string> }

/** Every choice of how the pages look. */
export function appearanceItems(): PaletteItem[] {
  const words: Record<AppearanceField, string> = {
    edition: t('palette.words.edition'),
    density: t('palette.words.density'),
    textSize: t('palette.words.textSize'),
    pictures: t('palette.words.pictures'),
    columns: t('palette.words.columns'),
  }
  return Object.entries(labels()).flatMap(([field, choices]) =>
    Object.entries(choices).map(([choice, label]) => ({
      ...{ id: `look ${field} ${choice}`, group: t('palette.group.look'), label },
      words: words[field as AppearanceField],
      run: () => void choose(field as AppearanceField, choice as never),
    })),
  )
}

function labels(): Labels {
  return {
    edition: {
      auto: t('palette.look.edition.auto'),
      day: t('palette.look.edition.day'),
      night: t('palette.look.edition.night'),
    },
    density: {
      glance: t('palette.look.density.glance'),
      comfortable: t('palette.look.density.comfortable'),
      full: t('palette.look.density.full'),
    },
    textSize: {
      small: t('palette.look.textSize.small'),
      medium: t('palette.look.textSize.medium'),
      large: t('palette.look.textSize.large'),
      largest: t('palette.look.textSize.largest'),
    },
    pictures: { on: t('palette.look.pictures.on'), off: t('palette.look.pictures.off') },
    columns: {
      auto: t('palette.look.columns.auto'),
      '1': t('palette.look.columns.c1'),
      '2': t('palette.look.columns.c2'),
      '3': t('palette.look.columns.c3'),
    },
  }
}
