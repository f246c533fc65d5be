import type { ComponentChildren } from 'preact'

/**
 * One thing that can be set, or known: what it is, a word of explanation, and the control beside
 * them, or below where it needs the width (`isWide`). The search of the settings finds rows by
 * all that they say, and by `keywords` besides.
 */
export function Row(props: {
  label?: ComponentChildren
  /** Of the control that the label is for. */
  htmlFor?: string
  id?: string
  hint?: ComponentChildren
  hintId?: string
  isWide?: boolean
  keywords?: string
  children?: ComponentChildren
}) {
  const { label, htmlFor, id, hint, hintId, isWide, keywords, children } = props
  return (
    <div id={id} class={isWide ? 'row is-wide' : 'row'} data-row={keywords ?? ''}>
      {(label || hint) && (
        <div class="row-text">
          {htmlFor ? (
            <label class="row-label" for={htmlFor}>
              {label}
            </label>
          ) : (
            label && <h3 class="row-label">{label}</h3>
          )}
          {hint && (
            <p class="hint" id={hintId}>
              {hint}
            </p>
          )}
        </div>
      )}
      {children && <div class="row-control">{children}</div>}
    </div>
  )
}
