import { settingRows, settingSections } from '@/components/settings/setting-sections.ts'
import { t } from '@/lib/i18n.ts'
import type { PaletteItem } from '@/lib/model/palette.ts'

/** Every part of the settings page, from another page. */
export function settingItems(): PaletteItem[] {
  return [...settingSections, ...settingRows].map((place) => ({
    ...{ id: `setting ${place.id}`, group: t('common.settings'), label: t(place.title) },
    // Who types "settings privacy" means that part of them.
    words: `${t('common.settings')} ${wordsOf(place)}`,
    href: `/options.html#${place.id}`,
  }))
}

/** What a section of the settings may be looked for by besides its title. */
export function wordsOfSection(id: string): string | undefined {
  const section = settingSections.find((each) => each.id === id)
  return section && wordsOf(section)
}

type Place = (typeof settingSections)[number] | (typeof settingRows)[number]

function wordsOf({ words }: Place): string {
  return [...words].map((word) => t(word)).join(' ')
}
