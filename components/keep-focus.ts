/** Where what is pressed may take itself off the page. */
const fleeting = '.shelf, .hits, .rows, .toast, .first-steps'
/** Where the focus goes then on a page: on in the list, to the paper shown, to the view one is in. */
const places = [
  ...['[role=feed] [data-paper-id][tabindex="0"]', '.paper-page', '.views [aria-current]'],
  // An emptied bin is no view of its own.
  '.views a[href="#/saved"]',
]

const nextOfPage = () =>
  places.map((each) => document.querySelector<HTMLElement>(each)).find((place) => place !== null)

/**
 * Sends the focus on when what had it is gone: a paper that was deleted, the bar of what was
 * selected, an offer to undo, the first steps. Left alone it would fall to the top of the page.
 * Returns how to stop.
 */
export function keepFocus(findNext: () => HTMLElement | null | undefined = nextOfPage): () => void {
  let last: Element | undefined
  const onFocusIn = ({ target }: FocusEvent) => {
    last = target instanceof Element && target.closest(fleeting) ? target : undefined
  }
  // Left by the reader, not gone.
  const onFocusOut = ({ target }: FocusEvent) =>
    setTimeout(() => {
      if (target === last && last?.isConnected && document.activeElement !== last) last = undefined
    })
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    if (!document.hasFocus()) return
    findNext()?.focus({ preventScroll: true })
  })
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('focusout', onFocusOut)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('focusout', onFocusOut)
  }
}
