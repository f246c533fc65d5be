import { render } from 'preact'
import changelog from '@/CHANGELOG.md?raw'
import { goToPart } from '@/components/settings/go-to-part.ts'
import { groupKeys } from '@/entrypoints/newtab/keys/key-table.ts'
import { listenForPalette } from '@/entrypoints/palette/listen-for-palette.tsx'
import licence from '@/LICENSE?raw'
import { namePage, t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { openSettingsModel } from '@/lib/state/settings-model.ts'
import { readChoices } from '@/lib/sync-library/choices.ts'
import { OptionsPage } from './OptionsPage.tsx'

namePage(t('page.options'))
const { settings, appearance, frontPage } = await readLocal('settings', 'appearance', 'frontPage')
const model = openSettingsModel({
  settings,
  appearance: wearAppearance(appearance),
  cards: frontPage?.cards,
  choices: await readChoices(),
  texts: { licence, changelog },
})
render(
  <OptionsPage model={model} keys={groupKeys()} />,
  document.getElementById('app') as HTMLElement,
)
listenForPalette()
// A link to a section, or to a row by its control, came before there was one.
const meant = location.hash ? document.getElementById(location.hash.slice(1)) : null
if (meant?.matches('input')) goToPart(meant)
else meant?.scrollIntoView()
