import { useEffect, useRef } from 'preact/hooks'

/** The list of keys, in a dialog. */
export function KeySheet(props: {
  keys: readonly { keys: readonly string[]; label: string }[]
  isOpen: boolean
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (props.isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [props.isOpen])
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={props.onClose}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {props.keys.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  )
}
