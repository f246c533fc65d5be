import { focusedPaper } from './focused-paper.ts'

/** Where the focus was last in this view, for when its paper is gone: let go among the saved. */
let lastPosition = 0

/** Another view begins at its first paper. */
export function forgetPosition(): void {
  lastPosition = 0
}

export function hasPapers(): boolean {
  return document.querySelector('[role=feed] [data-paper-id]') !== null
}

/** Gives the focus to the next paper, or to the one before. */
export function moveFocus(by: 1 | -1): void {
  const papers = [...document.querySelectorAll<HTMLElement>('[data-paper-id]')]
  const current = focusedPaper()
  const index = current ? papers.indexOf(current) + by : startOf(papers, by)
  const next = papers[Math.min(Math.max(index, 0), papers.length - 1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
  lastPosition = Number(next?.getAttribute('aria-posinset') ?? index + 1)
}

/** Where to begin without a focus: where it was; in a long list, at what is in the window. */
function startOf(papers: readonly HTMLElement[], by: 1 | -1): number {
  const wanted = String(Math.max(1, lastPosition + Math.min(by, 0)))
  const same = papers.findIndex((paper) => paper.getAttribute('aria-posinset') === wanted)
  if (same >= 0) return same
  return papers.findIndex((paper) => paper.getBoundingClientRect().top >= 0)
}

/**
 * Leaves the list: for what can have the focus before it, or after it. By the feed pattern of the
 * ARIA practices, where a list may be too long for Tab.
 */
export function leaveFeed(by: 1 | -1): void {
  const feed = document.activeElement?.closest('[role=feed]')
  if (!feed) return
  const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const outside = [...document.querySelectorAll<HTMLElement>(stops)].filter(
    (each) =>
      !feed.contains(each) &&
      (feed.compareDocumentPosition(each) & side) !== 0 &&
      each.checkVisibility({ visibilityProperty: true }),
  )
  outside.at(by > 0 ? 0 : -1)?.focus()
}

const stops = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]'

let isFocusByPointer = false

/**
 * Remembers whether the focus was brought by a press of the pointer. `:focus-visible` does not
 * tell: in Chromium it is true from the next key on. Returns how to stop.
 */
export function watchPointerFocus(): () => void {
  const onPointerDown = () => {
    isFocusByPointer = true
  }
  const onFocusIn = () => {
    const isPressed = document.querySelector(':active') !== null
    isFocusByPointer &&= isPressed
  }
  addEventListener('pointerdown', onPointerDown)
  addEventListener('focusin', onFocusIn)
  return () => {
    removeEventListener('pointerdown', onPointerDown)
    removeEventListener('focusin', onFocusIn)
  }
}

/** True while a paper has the focus, unless by the mouse: whose arrows scroll. */
export function isOnPaper(): boolean {
  const isInFeed = document.activeElement?.closest('[role=feed] [data-paper-id]') != null
  return isInFeed && !isFocusByPointer
}
