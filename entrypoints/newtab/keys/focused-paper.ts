/** The paper that has the focus, itself or in one of its controls. */
export function focusedPaper(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-paper-id]') ?? null
}

/** The paper that a key is for: the one with the focus, or the only one of a paper's own page. */
export function paperAtHand(): HTMLElement | null {
  return focusedPaper() ?? document.querySelector<HTMLElement>('.paper-page')
}

/** A control of that paper. Keys press what the paper itself offers, so that both do the same. */
export function inPaper(selector: string): HTMLElement | null {
  return paperAtHand()?.querySelector<HTMLElement>(selector) ?? null
}

/** The same control for all papers that are selected. */
export function inSelection(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.selection-bar ${selector}`)
}

/** A click with Shift, or with Ctrl (⌘): as a mouse would. */
export function clickWith(element: HTMLElement | null, key: 'shiftKey' | 'ctrlKey'): void {
  const isMac = key === 'ctrlKey' && /Mac/.test(navigator.platform)
  const held = isMac ? { metaKey: true } : { [key]: true }
  element?.dispatchEvent(
    new MouseEvent('click', { ...held, bubbles: true, cancelable: true, view: window }),
  )
}

/** Turns the status of the paper on by one, or goes to that of the selected papers. */
export function nextStatus(): void {
  const ofMany = inSelection('.status-select')
  const field = focusedPaper()?.querySelector<HTMLSelectElement>('.status-select')
  ofMany?.focus()
  if (ofMany || !field) return
  field.selectedIndex = (field.selectedIndex + 1) % field.options.length
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
