/** Says what was let go and offers it back, the last one first. */
export function UndoToast(props: {
  titles: readonly string[]
  onUndo: () => void
  onClose: () => void
}) {
  const others = props.titles.length - 1
  if (others < 0) return null
  return (
    <div class="toast" role="alert">
      <span class="toast-text">
        No longer saved: <cite>{props.titles.at(-1)}</cite>
        {others > 0 && ` and ${others} more`}
      </span>
      <button type="button" class="toast-undo" onClick={props.onUndo}>
        Undo
      </button>
      <button type="button" class="toast-close" aria-label="Dismiss" onClick={props.onClose}>
        ×
      </button>
    </div>
  )
}
