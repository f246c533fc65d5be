import type { ComponentChildren } from 'preact'
import { t } from '@/lib/i18n.ts'
import { written } from '@/lib/model/written.ts'

/** A paper in a list in which papers are selected, by its checkbox or a click with a key. */
export function SelectableArticle(props: {
  id: string
  title: string
  /** The id of the element that holds the title. */
  titleId: string
  /** From 1. */
  position: number
  total: number
  isRead?: boolean
  isSelected: boolean
  onSelect: (id: string, isRange: boolean) => void
  children: ComponentChildren
}) {
  const { id, title, titleId, position, total, isRead, isSelected, onSelect, children } = props
  return (
    <article
      class={`paper shelf-row ${isRead ? 'is-read' : ''} ${isSelected ? 'is-selected' : ''}`}
      data-paper-id={id}
      dir={written(title).dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: in the feed pattern the focus goes from article to article
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
      {...selectsByClick(id, onSelect)}
    >
      <input
        type="checkbox"
        class="shelf-select"
        aria-label={t('shelf.select', { title })}
        checked={isSelected}
        onClick={(event) => {
          // Drawn as it is selected, not as the browser would have it.
          event.preventDefault()
          onSelect(id, event.shiftKey)
        }}
      />
      {children}
    </article>
  )
}

/** Ctrl, ⌘ and Shift with a click select the paper itself; on a link they open, as ever. */
function selectsByClick(id: string, onSelect: (id: string, isRange: boolean) => void) {
  const isOnPaper = ({ target }: MouseEvent) =>
    !(target as Element).closest('a, button, input, select, textarea')
  return {
    onMouseDown: (event: MouseEvent) => {
      // Shift would select text.
      if (event.shiftKey && isOnPaper(event)) event.preventDefault()
    },
    onClick: (event: MouseEvent) => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey) || !isOnPaper(event)) return
      onSelect(id, event.shiftKey)
    },
  }
}
