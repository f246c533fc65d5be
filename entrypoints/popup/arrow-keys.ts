/**
 * The keys of the popup: arrows go from the box through the papers and back, Enter opens
 * (the first one, from the box), `s` saves the paper that has the focus, and any other
 * letter goes on typing in the box.
 */
export function onArrowKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const box = document.querySelector<HTMLInputElement>('input[type=search]')
  const papers = [...document.querySelectorAll<HTMLElement>('[data-paper-id]')]
  const focused = document.activeElement as HTMLElement | null
  const index = papers.findIndex((paper) => paper.contains(focused))

  if (event.key === 'ArrowDown') papers[index + 1]?.focus()
  else if (event.key === 'ArrowUp' && index > 0) papers[index - 1]?.focus()
  else if (event.key === 'ArrowUp') box?.focus()
  else if (event.key === 'Enter' && isOpener(focused, box, papers)) {
    press(papers[Math.max(index, 0)], '.paper-title a')
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
