import { keepFocus } from '@/components/keep-focus.ts'
import { t } from '@/lib/i18n.ts'
import { chordOf, type KeyRow, writesText } from '@/lib/model/keys.ts'

/** What the keys of the popup do beyond pressing what is on it. */
interface PopupActions {
  undo(): void
  help(): void
}

interface PopupKey extends KeyRow {
  /** Whether it holds with this focus; in the box, letters are letters. */
  can(at: Place): boolean
  run(at: Place, actions: PopupActions): void
}

interface Place {
  box: HTMLInputElement | null
  papers: HTMLElement[]
  /** Where the arrows stop: the papers, and the last row, which asks Hugging Face. */
  stops: HTMLElement[]
  focused: HTMLElement | null
  /** The stop that has the focus, itself or in one of its controls; -1 for none. */
  index: number
}

const isOnPaper = ({ papers, focused }: Place) => papers.includes(focused as HTMLElement)
const isOutsideBox = ({ box, focused }: Place) => focused !== box

/** The one table of the popup's keys: what is heard and the sheet are both made from it. */
export const popupKeys: readonly PopupKey[] = [
  {
    ...{ keys: ['ArrowDown'], label: t('keys.next'), can: () => true },
    run: ({ stops, index }) => stops[index + 1]?.focus(),
  },
  {
    ...{ keys: ['ArrowUp'], label: t('popup.keys.previous'), can: () => true },
    run: ({ box, stops, index }) => (index > 0 ? stops[index - 1] : box)?.focus(),
  },
  {
    ...{ keys: ['Enter'], label: t('popup.keys.open') },
    can: (at) => isOnPaper(at) || !isOutsideBox(at),
    run: (at) => {
      // The paper of the page is open already.
      const first = at.papers.find((paper) => !paper.closest('.page-paper'))
      press(isOutsideBox(at) ? at.focused : first, '.paper-title a')
    },
  },
  {
    ...{ keys: ['s'], label: t('keys.save'), can: isOnPaper },
    run: ({ focused }) => press(focused, '.save'),
  },
  {
    ...{ keys: ['u'], label: t('keys.undo'), can: isOutsideBox },
    run: (_at, { undo }) => undo(),
  },
  {
    ...{ keys: ['?'], label: t('masthead.keys'), can: isOutsideBox },
    run: (_at, { help }) => help(),
  },
]

/**
 * Lets the keys of the table work anywhere in the popup, and any other letter go on typing in the
 * box; the focus stays where it was in the lists, whatever goes from them. Returns how to stop.
 */
export function listenToPopupKeys(actions: PopupActions): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]'))
      return
    const at = placeOfFocus()
    const chord = chordOf(event)
    const row = popupKeys.find(({ keys, can }) => chord && keys.includes(chord) && can(at))
    if (row) {
      event.preventDefault()
      row.run(at, actions)
    } else if (writesText(event) && isOutsideBox(at)) at.box?.focus()
  }
  addEventListener('keydown', onKeyDown)
  const stopKeeping = keepPlace()
  return () => {
    removeEventListener('keydown', onKeyDown)
    stopKeeping()
  }
}

/** From a row that goes, or the offer to undo, back to the row that stands there now, or the box. */
function keepPlace(): () => void {
  let last = -1
  const onFocusIn = () => {
    const { index, box, focused } = placeOfFocus()
    if (index >= 0 || focused === box) last = index
  }
  document.addEventListener('focusin', onFocusIn)
  const stop = keepFocus(() => {
    const { stops, box } = placeOfFocus()
    return last < 0 ? box : (stops[last] ?? stops.at(-1) ?? box)
  })
  return () => {
    document.removeEventListener('focusin', onFocusIn)
    stop()
  }
}

function placeOfFocus(): Place {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const stops = all('[data-paper-id], .hub-ask')
  const focused = document.activeElement as HTMLElement | null
  return {
    ...{ stops, focused, papers: all('[data-paper-id]') },
    box: document.querySelector<HTMLInputElement>('input[type=search]'),
    index: stops.findIndex((stop) => stop.contains(focused)),
  }
}

function press(paper: HTMLElement | null | undefined, selector: string): void {
  paper?.querySelector<HTMLElement>(selector)?.click()
}
