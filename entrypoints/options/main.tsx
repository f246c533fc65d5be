import { render } from 'preact'
import { listenForPalette } from '@/entrypoints/palette/listen-for-palette.tsx'
import { namePage, t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { openEveryMachine } from '@/lib/state/every-machine.ts'
import { openOptions } from '@/lib/state/options.ts'
import { openSendOptions } from '@/lib/state/send-options.ts'
import { readChoices } from '@/lib/sync-library/choices.ts'
import { OptionsPage } from './OptionsPage.tsx'

namePage(t('page.options'))
const { settings, appearance } = await readLocal('settings', 'appearance')
wearAppearance(appearance)
const [options, commands] = openOptions(settings)
const everyMachine = openEveryMachine(await readChoices())
render(
  <OptionsPage
    options={options}
    commands={commands}
    everyMachine={everyMachine}
    send={openSendOptions()}
  />,
  document.getElementById('app') as HTMLElement,
)
listenForPalette()
