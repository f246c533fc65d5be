import { formatRoute } from '@/lib/model/route.ts'
import { actionOfKey, type KeyAction } from '@/lib/state/keys.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { stepsOf } from '@/lib/state/steps.ts'

/** Lets the keys of the table work anywhere on the page; returns how to stop. */
export function listenToKeys(tab: NewTab, live: Promise<NewTabCommands>): () => void {
  // Where the focus was last in this view, for when its paper is gone: let go among the saved.
  let lastIndex = 0
  const forget = tab.route.subscribe(() => {
    lastIndex = 0
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
    search: () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
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
    const index = current ? papers.indexOf(current) + by : lastIndex + Math.min(by, 0)
    lastIndex = Math.min(Math.max(index, 0), papers.length - 1)
    papers[lastIndex]?.focus({ preventScroll: true })
    papers[lastIndex]?.scrollIntoView({ block: 'nearest' })
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
