import { computed, effect } from '@preact/signals'
import type { NewTab } from '@/lib/state/new-tab.ts'

/** The papers of a front page that stand in columns, as in components/feed-front.css. */
const inColumns = '.feed-front .paper:nth-child(-n + 11)'

/**
 * Keeps the front page in its place while abstracts are open: its boxes are as tall as what stands
 * beside them, and would grow with it. Only what is below an open abstract goes down. Returns how
 * to stop.
 */
export function holdPlaces(tab: NewTab): () => void {
  /** What is held, and how tall (px) it was before an abstract was open. */
  const held = new Map<HTMLElement, number>()
  let feed: HTMLElement | null = null
  let width = innerWidth

  const release = () => {
    for (const box of held.keys()) setHeight(box, undefined)
    held.clear()
    feed?.style.removeProperty('grid-template-rows')
  }
  const onResize = () => {
    if (innerWidth !== width) release()
    width = innerWidth
  }
  addEventListener('resize', onResize)

  // The page is drawn after this: what is measured is how it was.
  const stopHolding = effect(() => {
    const open = tab.abstracts.value
    if (open.size === 0) return release()
    if (held.size === 0) measure()
    for (const [box, height] of held) {
      const id = box.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? ''
      const isOpen = open.has(id) && box.matches('.paper-body')
      setHeight(box, isOpen ? undefined : height)
    }
  })

  function measure(): void {
    feed = document.querySelector<HTMLElement>('.feed-front')
    if (!feed || feed.querySelector('[aria-expanded="true"]')) return
    for (const box of document.querySelectorAll<HTMLElement>(
      `${inColumns} > :is(.paper-body, .paper-picture)`,
    )) {
      if (box.offsetHeight > 0) held.set(box, box.getBoundingClientRect().height)
    }
    // The lead spans two rows, and would make both of them taller: the second takes it all.
    const lead = feed.firstElementChild
    if (!lead || getComputedStyle(lead).gridRowStart !== 'span 2') return
    const firstRow = Number.parseFloat(getComputedStyle(feed).gridTemplateRows)
    feed.style.gridTemplateRows = `minmax(${firstRow}px, auto) 1fr`
  }

  // Other papers, or the same ones in another size, have places of their own.
  const layout = computed(() => {
    const content = tab.content.value
    const cards = content.state === 'papers' ? content.cards : []
    return JSON.stringify([cards.slice(0, 11).map(({ id }) => id), tab.appearance.value])
  })
  const stopWatching = layout.subscribe(release)

  return () => {
    stopHolding()
    stopWatching()
    removeEventListener('resize', onResize)
    release()
  }
}

function setHeight({ style }: HTMLElement, height: number | undefined): void {
  style.flex = height === undefined ? '' : 'none'
  style.height = height === undefined ? '' : `${height}px`
}
