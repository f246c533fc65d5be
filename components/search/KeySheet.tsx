import { useEffect, useRef } from 'preact/hooks'
import { type KeyRow, searchKeys } from '@/lib/model/search-keys.ts'
import { OperatorSheet } from './OperatorSheet.tsx'

/** The keys of a page and of searching, and the query language, in a dialog. */
export function KeySheet(props: { keys: readonly KeyRow[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={props.onClose}>
      {/* First, so that the focus and the view begin at the top. */}
      <form method="dialog" class="keys-close">
        <button type="submit" class="button">
          Close
        </button>
      </form>
      <div class="keys-sheets">
        <section>
          <h2 id="keys-title">Keys</h2>
          <dl class="key-sheet">
            {[...props.keys, ...searchKeys].map(({ keys, label }) => (
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
        </section>
        <section>
          <h2>What a search can say</h2>
          <OperatorSheet />
        </section>
      </div>
    </dialog>
  )
}
