import { render } from 'preact'
import { readLocal } from '@/lib/local-store.ts'
import { openOptions } from '@/lib/state/options.ts'
import { OptionsPage } from './OptionsPage.tsx'

const { settings } = await readLocal('settings')
const [options, commands] = openOptions(settings)
render(
  <OptionsPage options={options} commands={commands} />,
  document.getElementById('app') as HTMLElement,
)
