/** Says what was let go and offers it back for a while. */
export function UndoToast(props: { title: string; onUndo: () => void; onClose: () => void }) {
  return (
    <div class="toast" role="alert">
      <span class="toast-text">
        No longer saved: <cite>{props.title}</cite>
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
