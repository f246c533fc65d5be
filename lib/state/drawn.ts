import type { Signal } from '@preact/signals'
import type { PageContent } from './page-content.ts'

/** A tab out of sight draws nothing until it is looked at (ms). */
const atMostMs = 250

/** Waits until what was set just now is on the screen. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    // The second frame begins when the first, in which Preact draws, is done.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
    setTimeout(resolve, atMostMs)
  })
}

/** Waits until a page shows more than that it is loading. */
export async function shown({ content }: { content: Signal<PageContent> }): Promise<void> {
  await new Promise<void>((resolve) => {
    content.subscribe(({ state }) => state !== 'loading' && resolve())
  })
  await drawn()
}
