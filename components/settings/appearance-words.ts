import type { TextKey } from '@/lib/i18n.ts'
import type { Appearance, AppearanceField } from '@/lib/model/appearance.ts'

type Word = Extract<TextKey, `appearance.${string}`>

/** What each choice of the look is called. */
export const appearanceWords: {
  [Field in AppearanceField]: {
    label: Word
    hint: Word
    /** Other words that one may look for it by. */
    keywords: Word
    names: Record<Appearance[Field], Word>
  }
} = {
  edition: {
    label: 'appearance.edition',
    hint: 'appearance.editionHint',
    keywords: 'appearance.editionKeywords',
    names: {
      auto: 'appearance.editionAuto',
      day: 'appearance.editionDay',
      night: 'appearance.editionNight',
    },
  },
  density: {
    label: 'appearance.density',
    hint: 'appearance.densityHint',
    keywords: 'appearance.densityKeywords',
    names: {
      glance: 'appearance.densityGlance',
      comfortable: 'appearance.densityComfortable',
      full: 'appearance.densityFull',
    },
  },
  textSize: {
    label: 'appearance.textSize',
    hint: 'appearance.textSizeHint',
    keywords: 'appearance.textSizeKeywords',
    names: {
      small: 'appearance.textSizeSmall',
      medium: 'appearance.textSizeMedium',
      large: 'appearance.textSizeLarge',
      largest: 'appearance.textSizeLargest',
    },
  },
  columns: {
    label: 'appearance.columns',
    hint: 'appearance.columnsHint',
    keywords: 'appearance.columnsKeywords',
    names: {
      auto: 'appearance.columnsAuto',
      1: 'appearance.columnsOne',
      2: 'appearance.columnsTwo',
      3: 'appearance.columnsThree',
    },
  },
  pictures: {
    label: 'appearance.pictures',
    hint: 'appearance.picturesHint',
    keywords: 'appearance.picturesKeywords',
    names: { on: 'appearance.picturesOn', off: 'appearance.picturesOff' },
  },
}
