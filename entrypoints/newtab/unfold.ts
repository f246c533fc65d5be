import type { NewTab } from '@/lib/state/new-tab.ts'

/** Shows the papers of a calm page, and goes on from them: the button that was pressed is gone. */
export function unfold(tab: NewTab): void {
  tab.isUnfolded.value = true
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-paper-id]')?.focus({ preventScroll: true })
  })
}
