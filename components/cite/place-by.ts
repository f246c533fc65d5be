const gap = 6

/** Puts a popover below an element, or above it where there is no room, and inside the window. */
export function placeBy(box: HTMLElement, anchor: HTMLElement): void {
  const by = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const page = document.documentElement
  const start = getComputedStyle(box).direction === 'rtl' ? by.right - width : by.left
  // Where lines start at the right, the window's scroll bar may stand at the left of the page.
  const edge = page.getBoundingClientRect().left + scrollX
  const left = Math.max(gap, Math.min(start - edge, page.clientWidth - width - gap))
  const hasRoomBelow = by.bottom + gap + height <= page.clientHeight
  const above = Math.max(gap, by.top - gap - height)
  // A tall paper may fill the window: then the menu stands inside it.
  const below = Math.max(gap, Math.min(by.bottom + gap, page.clientHeight - height - gap))
  const top = hasRoomBelow || by.top < height ? below : above
  box.style.left = `${left + scrollX}px`
  box.style.top = `${top + scrollY}px`
}
