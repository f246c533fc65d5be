import type { ComponentChildren } from 'preact'

/** A part of the settings, with an address of its own; what is under it are rows. */
export function Section(props: { id: string; title: string; children: ComponentChildren }) {
  const { id, title, children } = props
  return (
    <section id={id} class="settings-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  )
}
