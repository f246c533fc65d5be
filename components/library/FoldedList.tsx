import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { plural } from '@/lib/i18n.ts'

/** How many rows are drawn at first, and with each press. */
const rowsShown = 100

/** A long list that is folded away under its title and count; none when it is empty. */
export function FoldedList<Item>(props: {
  title: string
  items: readonly Item[]
  isOpen: boolean
  render: (item: Item) => ComponentChildren
}) {
  const { title, items, isOpen, render } = props
  const [shown, show] = useState(rowsShown)
  const rest = items.length - shown
  if (items.length === 0) return null
  return (
    <details class="folded" open={isOpen}>
      <summary>
        {title} <span class="count">{formatCount(items.length)}</span>
      </summary>
      <ol>
        {items.slice(0, shown).map((item, i) => (
          <li key={i}>{render(item)}</li>
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" class="button" onClick={() => show(shown + rowsShown)}>
          {plural('bringIn.showMore', Math.min(rest, rowsShown), { rest })}
        </button>
      )}
    </details>
  )
}
