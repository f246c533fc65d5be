import { PeriodStepper } from '@/components/PeriodStepper.tsx'
import { t } from '@/lib/i18n.ts'
import { formatRoute, parseRoute } from '@/lib/model/route.ts'
import type { Steps } from '@/lib/state/steps.ts'

/** The steps of what is shown, as links and a picker. */
export function Stepper({ steps }: { steps: Steps }) {
  const word = ({ date: 'day', week: 'week', month: 'month' } as const)[steps.kind]
  const link = (route: Steps['earlier'], label: string) =>
    route && { href: formatRoute(route), label }
  return (
    <PeriodStepper
      earlier={link(steps.earlier, t(`periods.${word}.earlier`))}
      later={link(steps.later, t(`periods.${word}.later`))}
      picker={{ label: t(`periods.${word}.pick`), type: steps.kind, ...steps }}
      onPick={(value) => {
        // Browsers without a week or month picker let anything be typed.
        const route = parseRoute(`#/${word}/${value.trim()}`)
        if (route.view !== 'unknown') location.hash = formatRoute(route)
      }}
    />
  )
}
