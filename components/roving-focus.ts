const feeds = '[role=feed]'
const papers = '[data-paper-id]'
const controls = 'a[href], button, input, select, textarea, summary'

/**
 * Makes each list of papers one stop of Tab, after the feed pattern of the ARIA practices: Tab
 * comes to the paper that had the focus last, or the first, goes on through its controls, and then
 * leaves the list. Keeps to it as papers come and go; returns how to stop.
 */
export function keepRovingFocus(): () => void {
  const currents = new WeakMap<Element, { paper: Element; position: number }>()
  // What was taken out of the way of Tab here, and is to be put back.
  const silenced = new WeakSet<Element>()

  const onFocusIn = ({ target }: Event) => {
    const paper = target instanceof Element ? target.closest(`${feeds} ${papers}`) : null
    const feed = paper?.closest(feeds)
    if (!paper || !feed || currents.get(feed)?.paper === paper) return
    currents.set(feed, { paper, position: positionOf(paper) })
    update(feed)
  }
  const observer = new MutationObserver((changes) => {
    const touched = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      const feed = (target as Element).closest?.(feeds)
      if (feed) touched.add(feed)
      for (const node of feed ? [] : addedNodes) {
        if (!(node instanceof Element)) continue
        if (node.matches(feeds)) touched.add(node)
        for (const each of node.querySelectorAll(feeds)) touched.add(each)
      }
    }
    for (const feed of touched) if (feed.isConnected) update(feed)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocusIn)
  for (const feed of document.querySelectorAll(feeds)) update(feed)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onFocusIn)
  }

  function update(feed: Element): void {
    const all = [...feed.querySelectorAll(papers)]
    const current = currentOf(feed, all)
    for (const paper of all) {
      const isCurrent = paper === current
      const wanted = isCurrent ? '0' : '-1'
      if (paper.getAttribute('tabindex') !== wanted) paper.setAttribute('tabindex', wanted)
      for (const control of paper.querySelectorAll(controls)) {
        if (isCurrent && silenced.delete(control)) control.removeAttribute('tabindex')
        else if (!isCurrent && !control.hasAttribute('tabindex')) {
          control.setAttribute('tabindex', '-1')
          silenced.add(control)
        }
      }
    }
  }

  /** The paper that Tab comes to; where it is gone, the one that took its place. */
  function currentOf(feed: Element, all: readonly Element[]): Element | undefined {
    const last = currents.get(feed)
    if (last && feed.contains(last.paper)) return last.paper
    const at = last?.position ?? 0
    const paper = all.find((each) => positionOf(each) >= at) ?? all.at(-1)
    if (last && paper) currents.set(feed, { paper, position: positionOf(paper) })
    return paper
  }
}

function positionOf(paper: Element): number {
  return Number(paper.getAttribute('aria-posinset') ?? 0)
}
