import { expect, test } from 'vitest'
import { rankItems } from '../../../lib/model/palette.ts'
import { locales, readTexts } from '../../support/i18n/read-messages.ts'

const editions = ['auto', 'day', 'night'] as const

test.each(locales)('in %s, dark is the night edition and light that of the day', async (locale) => {
  const texts = await readTexts(locale)
  const say = (name: string) => texts.get(name) ?? ''
  const items = editions.map((edition) => ({
    ...{ id: edition, group: '' },
    label: say(`appearance.edition${edition[0]?.toUpperCase()}${edition.slice(1)}`),
    words: `${say('palette.words.edition')} ${say(`palette.words.${edition}`)}`,
  }))
  const found = (typed: string) => rankItems(items, typed)[0]?.items.map(({ id }) => id)
  for (const edition of ['day', 'night'] as const) {
    const english = edition === 'day' ? ['light', 'day'] : ['dark', 'night']
    const words = say(`palette.words.${edition}`).split(' ')
    for (const word of [...words, ...english]) expect(found(word)).toEqual([edition])
  }
})
