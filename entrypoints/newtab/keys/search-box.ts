/** The box that a search is typed into: that of the list itself, where it has one. */
export function searchBox(): HTMLInputElement | undefined {
  return [...document.querySelectorAll<HTMLInputElement>('input[type=search]')].at(-1)
}

/** Lets the letter that is being pressed be the next one in the box. */
export function typeIntoSearch(): void {
  const box = searchBox()
  box?.focus()
  box?.setSelectionRange(box.value.length, box.value.length)
}

/**
 * Escape in a search box: empties it, and an empty one is left. Firefox does not empty it by
 * itself. `leave` goes back to what was shown before the search.
 */
export function escapeSearch(box: HTMLInputElement, leave: () => void): void {
  if (box.value !== '') {
    box.value = ''
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    return
  }
  box.blur()
  leave()
}
