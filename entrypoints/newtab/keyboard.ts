import { formatRoute } from '@/lib/model/route.ts'
import { actionOfKey, type KeyAction } from '@/lib/state/keys.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { stepsOf } from '@/lib/state/steps.ts'

/** Lets the keys of the table work anywhere on the page; returns how to stop. */
export function listenToKeys(tab: NewTab, live: Promise<NewTabCommands>): () => void {
  // Where the focus was last in this view, for when its paper is gone: let go among the saved.
  let lastPosition = 0
  const forget = tab.route.subscribe(() => {
    lastPosition = 0
  })
  const handlers: Record<KeyAction, () => void> = {
    next: () => moveFocus(1),
    previous: () => moveFocus(-1),
    open: () => inPaper('.paper-title a'),
    save: () => inPaper('.save'),
    abstract: () => {
      inPaper('.paper-more')
      setTimeout(() => focusedPaper()?.scrollIntoView({ block: 'nearest' }), settleMs)
    },
    search: () => {
      const boxes = document.querySelectorAll<HTMLInputElement>('input[type=search]')
      // The box of the list itself, where it has one, comes after that of the page.
      boxes[boxes.length - 1]?.focus()
    },
    select: () => inPaper('.shelf-select'),
    selectTo: () => {
      const box = focusedPaper()?.querySelector('.shelf-select')
      box?.dispatchEvent(
        new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }),
      )
    },
    status: () => nextStatus(),
    tag: () => (inSelection('.tag-open') ? undefined : inPaper('.tag-open')),
    note: () => inPaper('.note-open'),
    delete: () => inSelection('.selection-delete'),
    cite: () => {
      const paper = focusedPaper() ?? document.querySelector<HTMLElement>('.paper-page')
      const button = paper?.querySelector<HTMLElement>('.cite-button')
      if (button) button.click()
      else tab.citing.value = paper?.dataset.paperId
    },
    earlier: () => step('earlier'),
    later: () => step('later'),
    undo: async () => (await live).undo(),
    help: () => {
      tab.isHelpOpen.value = true
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOfKey(event)
    if (!action) return
    event.preventDefault()
    handlers[action]()
  }
  addEventListener('keydown', onKeyDown)
  return () => {
    removeEventListener('keydown', onKeyDown)
    forget()
  }

  function moveFocus(by: 1 | -1): void {
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

  function step(direction: 'earlier' | 'later'): void {
    const route = stepsOf(tab.content.value, tab.today.value)?.[direction]
    if (route) location.hash = formatRoute(route)
  }
}

/** Until an abstract that was asked for is there. */
const settleMs = 60

function focusedPaper(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-paper-id]') ?? null
}

/** Presses what the paper itself offers, so that a key and a click are the same. */
function inPaper(selector: string): void {
  focusedPaper()?.querySelector<HTMLElement>(selector)?.click()
}

/** The same for all papers that are selected; false when none is. */
function inSelection(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(`.selection-bar ${selector}`)
  button?.click()
  return button !== null
}

/** Turns the status of the paper on by one, or goes to that of the selected papers. */
function nextStatus(): void {
  const ofMany = document.querySelector<HTMLSelectElement>('.selection-bar .status-select')
  const field = focusedPaper()?.querySelector<HTMLSelectElement>('.status-select')
  ofMany?.focus()
  if (ofMany || !field) return
  field.selectedIndex = (field.selectedIndex + 1) % field.options.length
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
