import { FirstSteps } from '@/components/FirstSteps.tsx'
import { choose } from '@/lib/state/choose-appearance.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { goToStep } from '@/lib/state/welcome.ts'
import { keyTable } from './keys/key-table.ts'
import '@/components/first-steps.css'

/** The keys that are enough to begin with. */
const firstKeys = ['next', 'open', 'save', 'search', 'palette', 'help']

/** The first steps of this reader. */
export function OwnFirstSteps({ tab }: { tab: NewTab }) {
  const step = tab.welcome.value
  if (step !== 'look' && step !== 'keys') return null
  return (
    <FirstSteps
      step={step}
      appearance={tab.appearance.value}
      keys={keyTable.filter(({ name }) => firstKeys.includes(name))}
      onChoose={(field, value) => void choose(field, value)}
      onGo={(next) => void goToStep(next)}
    />
  )
}
