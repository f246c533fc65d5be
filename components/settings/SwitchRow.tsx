import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Row } from './Row.tsx'
import './controls.css'

/** A row that is on or off. */
export function SwitchRow(props: {
  id: string
  label: string
  hint?: ComponentChildren
  keywords?: string
  isOn: boolean
  isDisabled?: boolean
  onChange: (isOn: boolean) => void
  /** What stands below while it is on. */
  children?: ComponentChildren
}) {
  const { id, label, hint, keywords, isOn, isDisabled, onChange, children } = props
  const box = useRef<HTMLInputElement>(null)
  // A change that was refused leaves the state as it was, and nothing to draw: the box, which the
  // reader has moved, is put back by hand.
  useEffect(() => {
    if (box.current) box.current.checked = isOn
  })
  return (
    <Row label={label} htmlFor={id} hint={hint} hintId={`${id}-hint`} keywords={keywords}>
      <input
        ref={box}
        id={id}
        class="switch"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its state itself
        role="switch"
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </Row>
  )
}
