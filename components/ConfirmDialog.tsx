import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'

/** Asks before what cannot be undone. Escape, and Enter at first, are the way back. */
export function ConfirmDialog(props: {
  question: string
  text: string
  action: string
  onConfirm: () => void
  onClose: () => void
}) {
  const { question, text, action, onConfirm, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby="confirm-question"
      onClose={() => {
        if (dialog.current?.returnValue === 'yes') onConfirm()
        onClose()
      }}
    >
      <form method="dialog">
        <h2 id="confirm-question">{question}</h2>
        <p>{text}</p>
        <p class="confirm-buttons">
          <button type="submit" class="button" value="no">
            {t('confirm.keep')}
          </button>
          <button type="submit" class="button is-grave" value="yes">
            {action}
          </button>
        </p>
      </form>
    </dialog>
  )
}
