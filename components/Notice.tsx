import type { ComponentChildren } from 'preact'

/** What stands where papers would: why there are none, and what can be done. */
export function Notice({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
