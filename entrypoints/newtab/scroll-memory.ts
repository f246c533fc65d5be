import { effect } from '@preact/signals'
import { formatRoute } from '@/lib/model/route.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'

/** Where the reader was in a list; kept in the history entry, so that Back leads there. */
interface Place {
  y: number
  /** The paper that had the focus. */
  paperId?: string
}

const top: Place = { y: 0 }
const settleMs = 120
/** The ready-made copy, then the database's answer, then what a fetch brought. */
const triesAtMost = 3

/**
 * Opens a view at its top and comes back to where the reader was. The browser cannot do so
 * itself: the papers are not there yet when it would scroll.
 */
export function rememberScroll(tab: NewTab): void {
  history.scrollRestoration = 'manual'
  let wanted: Place | undefined = (history.state as Place | null) ?? undefined
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  addEventListener('popstate', (event) => {
    wanted = (event.state as Place | null) ?? top
    tries = 0
  })
  const keep = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (wanted) return
      const paperId = focusedPaperId()
      history.replaceState({ y: scrollY, ...(paperId && { paperId }) } satisfies Place, '')
    }, settleMs)
  }
  addEventListener('scroll', keep, { passive: true })
  addEventListener('focusin', keep)

  effect(() => {
    const content = tab.content.value
    const isShown = formatRoute(content.route) === formatRoute(tab.route.value)
    if (wanted && isShown && content.state !== 'loading') requestAnimationFrame(settle)
  })

  function settle(): void {
    if (!wanted) return
    scrollTo(0, wanted.y)
    const paper =
      wanted.paperId && document.querySelector(`[data-paper-id="${CSS.escape(wanted.paperId)}"]`)
    if (paper instanceof HTMLElement) {
      paper.focus({ preventScroll: true })
      paper.scrollIntoView({ block: 'nearest' })
    }
    const isThere = wanted.paperId ? Boolean(paper) : Math.abs(scrollY - wanted.y) < 2
    if (isThere || ++tries >= triesAtMost) wanted = undefined
  }
}

function focusedPaperId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId
}
