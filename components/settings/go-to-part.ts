/**
 * Shows a part of a page, a heading with its section or a field with its row, and gives it the
 * focus. Those around it know how far the head of the page reaches down.
 */
export function goToPart(element: HTMLElement): void {
  if (!element.matches('input, select, textarea')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  const part = element.closest('[data-row]') ?? element.closest('section') ?? element
  part.scrollIntoView({ block: 'start' })
}
