import { formatCount } from '@/lib/format.ts'
import type { Release } from '@/lib/model/saved-paper.ts'

/** Says what was let go last, and offers all of it back. */
export function UndoToast(props: {
  released: Release | undefined
  onUndo: () => void
  onClose: () => void
}) {
  const { released } = props
  if (!released) return null
  const others = released.count - 1
  return (
    <div class="toast" role="alert">
      <span class="toast-text">
        No longer saved: <cite>{released.title}</cite>
      </span>
      {/* Apart, so that a long title does not hide how many went. */}
      {others > 0 && <span class="toast-more"> and {formatCount(others)} more</span>}
      <button type="button" class="toast-undo" onClick={props.onUndo}>
        Undo
      </button>
      <button type="button" class="toast-close" aria-label="Dismiss" onClick={props.onClose}>
        ×
      </button>
    </div>
  )
}
