import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { RowHeights } from '@/lib/model/row-heights.ts'

/** The rows that are drawn: from `first` to before `end`, and those about the focus. */
interface Drawn {
  first: number
  end: number
  /** The row that has the focus, wherever it is; -1 for none. */
  focused: number
}

/** Rows this far outside the window are drawn, so that none comes in late (px). */
const ahead = 900
/** How near to the last one drawn the window may come (px). */
const reserve = 400

/**
 * A feed of any length, of which only the rows near the window are in the document. What lies
 * between is kept open by empty space, which the browser's scroll anchoring makes good where a
 * row turns out taller than was guessed. The row with the focus and its neighbours stay, however
 * far one scrolls, so that the keys go on from there.
 */
export function WindowedFeed(props: {
  ids: readonly string[]
  /** Rows behind these whose ids are on their way. */
  toCome?: number
  label: string
  /** How tall a row is until it was measured (px). */
  guess: number
  isBusy: boolean
  /** Tells which rows are drawn. */
  onDraw: (ids: readonly string[]) => void
  /** Draws a row, as an article with its id in `data-paper-id`. */
  row: (id: string, index: number) => ComponentChildren
}) {
  const { ids, toCome = 0, label, guess, isBusy, onDraw, row } = props
  const feed = useRef<HTMLDivElement>(null)
  const heights = useRef<RowHeights>(null)
  heights.current ??= new RowHeights(guess)
  const rows = heights.current
  rows.setIds(ids)
  const [drawn, setDrawn] = useState<Drawn>({ first: 0, end: 12, focused: -1 })
  const indexes = indexesOf(drawn, ids.length)
  const shown = indexes.map((index) => ids[index] as string)

  // A row that has come takes the place of an empty one, and the focus, if that had it.
  const active = document.activeElement
  useLayoutEffect(() => {
    const id = active instanceof HTMLElement ? active.dataset.paperId : undefined
    if (id === undefined || active?.isConnected || document.activeElement !== document.body) return
    const row = feed.current?.querySelector<HTMLElement>(`[data-paper-id="${CSS.escape(id)}"]`)
    row?.focus({ preventScroll: true })
  })
  useEffect(() => onDraw(shown), [shown.join(' ')])
  useLayoutEffect(() => {
    const element = feed.current as HTMLDivElement
    let width = element.clientWidth
    const update = () => setDrawn((before) => nextDrawn(before, element, rows))
    const observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = (target as HTMLElement).dataset.paperId
        // What was just taken out of the document has no height any more.
        if (!target.isConnected) continue
        if (id) rows.measure(id, borderBoxSize[0]?.blockSize ?? 0)
        else if (element.clientWidth !== width) {
          width = element.clientWidth
          rows.forget()
        }
      }
      update()
    })
    observer.observe(element)
    const seen = new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const node of removedNodes) if (isRow(node)) observer.unobserve(node)
        for (const node of addedNodes) if (isRow(node) && node.isConnected) observer.observe(node)
      }
    })
    seen.observe(element, { childList: true })
    for (const node of element.children) if (isRow(node)) observer.observe(node)
    update()
    addEventListener('scroll', update, { passive: true })
    addEventListener('resize', update)
    element.addEventListener('focusin', update)
    return () => {
      observer.disconnect()
      seen.disconnect()
      removeEventListener('scroll', update)
      removeEventListener('resize', update)
      element.removeEventListener('focusin', update)
    }
  }, [ids])

  let at = 0
  return (
    <div ref={feed} role="feed" class="windowed" aria-label={label} aria-busy={isBusy}>
      {indexes.flatMap((index, i) => {
        const id = ids[index] as string
        const gap = rows.top(index) - rows.top(at)
        const isGap = index > at
        at = index + 1
        return [isGap && <Gap key={`before ${i === 0 ? '' : id}`} height={gap} />, row(id, index)]
      })}
      {at < ids.length + toCome && (
        <Gap key="after" height={rows.total - rows.top(at) + toCome * guess} />
      )}
    </div>
  )
}

function isRow(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.dataset.paperId !== undefined
}

function Gap({ height }: { height: number }) {
  return <div class="windowed-gap" aria-hidden="true" style={{ height: `${height}px` }} />
}

/** The numbers of the rows that are drawn, rising. */
function indexesOf({ first, end, focused }: Drawn, count: number): number[] {
  const all = new Set<number>()
  for (let index = first; index < end; index++) all.add(index)
  if (focused >= 0) for (const by of [-1, 0, 1]) all.add(focused + by)
  return [...all].filter((index) => index >= 0 && index < count).sort((a, b) => a - b)
}

/** What is to be drawn where the window is now; the same object while that is enough. */
function nextDrawn(before: Drawn, element: HTMLElement, rows: RowHeights): Drawn {
  const top = -element.getBoundingClientRect().top
  const from = (distance: number) => rows.indexAt(Math.max(0, top - distance))
  const to = (distance: number) => rows.indexAt(Math.max(0, top + innerHeight + distance)) + 1
  const focused = focusedPlace(element, rows)
  const isEnough =
    before.first <= from(reserve) && before.end >= to(reserve) && before.focused === focused
  if (isEnough && before.end - before.first <= 2 * (to(ahead) - from(ahead))) return before
  return { first: from(ahead), end: to(ahead), focused }
}

function focusedPlace(element: HTMLElement, rows: RowHeights): number {
  const active = document.activeElement
  if (!active || !element.contains(active)) return -1
  return rows.placeOf(active.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? '')
}
