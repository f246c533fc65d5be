import { useRef } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'

/** One step back and one on, with a picker between; each side may be at its end. */
export function PeriodStepper(props: {
  earlier?: { href: string; label: string }
  later?: { href: string; label: string }
  picker: {
    label: string
    type: 'date' | 'week' | 'month'
    value: string
    min: string
    max: string
  }
  onPick: (value: string) => void
}) {
  const { earlier, later, picker, onPick } = props
  const isTyped = useRef(false)
  const pick = (field: HTMLInputElement) => {
    isTyped.current = false
    if (field.value && field.value !== picker.value) onPick(field.value)
  }
  return (
    <nav class="stepper" aria-label={t('periods.label')}>
      <Step step={earlier} text={t('periods.back')} rel="prev" />
      <Step step={later} text={t('periods.on')} rel="next" />
      <label>
        <span class="visually-hidden">{picker.label}</span>
        <input
          type={picker.type}
          value={picker.value}
          min={picker.min}
          max={picker.max}
          // A date typed by hand is complete, and wrong, after every key: it counts on Enter or
          // when the field is left. A date clicked in the picker comes without a key.
          onKeyDown={(event) => {
            isTyped.current = event.key !== 'Enter'
            if (event.key === 'Enter') pick(event.currentTarget)
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
          onChange={(event) => {
            if (!isTyped.current) pick(event.currentTarget)
          }}
          onBlur={(event) => pick(event.currentTarget)}
        />
      </label>
    </nav>
  )
}

function Step(props: { step?: { href: string; label: string }; text: string; rel: string }) {
  const { step, text, rel } = props
  if (!step)
    return (
      <span class="step is-at-end" aria-hidden="true">
        {text}
      </span>
    )
  return (
    <a class="step" href={step.href} rel={rel} aria-label={step.label} title={step.label}>
      {text}
    </a>
  )
}
