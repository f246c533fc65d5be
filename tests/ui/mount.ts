import { type ComponentChild, render } from 'preact'
import { afterEach } from 'vitest'

const roots: HTMLElement[] = []

/** Renders into a fresh place on the page, which is taken away after the test. */
export function mount(view: ComponentChild): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'))
  roots.push(root)
  render(view, root)
  return root
}

/** Waits until what was changed has been drawn. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

afterEach(() => {
  for (const root of roots.splice(0)) {
    render(null, root)
    root.remove()
  }
})
