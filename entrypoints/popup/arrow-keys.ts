/** The keys that {@link onArrowKeys} hears, for the sheet. */
export const popupKeys = [
  { keys: ['↓', '↑'], label: 'Next and previous paper' },
  { keys: ['Enter'], label: 'Open the paper; from the box the first' },
  { keys: ['s'], label: 'Save the paper, or let it go' },
]

/**
 * The keys of the popup: arrows go from the box through the papers and back, Enter opens
 * (the first one, from the box), `s` saves the paper that has the focus, and any other
 * letter goes on typing in the box.
 */
export function onArrowKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const box = document.querySelector<HTMLInputElement>('input[type=search]')
  if (document.querySelector('dialog[open]')) return
  const papers = [...document.querySelectorAll<HTMLElement>('[data-paper-id]')]
  // The last row of a search asks Hugging Face, and opens nothing.
  const stops = [...document.querySelectorAll<HTMLElement>('[data-paper-id], .hub-ask')]
  const focused = document.activeElement as HTMLElement | null
  const index = stops.findIndex((stop) => stop.contains(focused))

  if (event.key === 'ArrowDown') stops[index + 1]?.focus()
  else if (event.key === 'ArrowUp' && index > 0) stops[index - 1]?.focus()
  else if (event.key === 'ArrowUp') box?.focus()
  else if (event.key === 'Enter' && isOpener(focused, box, papers)) {
    // The paper of the page is open already.
    const first = papers.find((paper) => !paper.closest('.page-paper'))
    press(focused === box ? first : focused, '.paper-title a')
  } else if (event.key === 's' && papers.includes(focused as HTMLElement)) {
    press(focused, '.save')
  } else {
    if (event.key.length === 1 && event.key !== ' ' && focused !== box) box?.focus()
    return
  }
  event.preventDefault()
}

function isOpener(
  focused: HTMLElement | null,
  box: Element | null,
  papers: HTMLElement[],
): boolean {
  return focused === box || papers.includes(focused as HTMLElement)
}

function press(paper: HTMLElement | null | undefined, selector: string): void {
  paper?.querySelector<HTMLElement>(selector)?.click()
}
