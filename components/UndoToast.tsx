import { plural, t } from '@/lib/i18n.ts'
import type { Release } from '@/lib/model/saved-paper.ts'
import { written } from '@/lib/model/written.ts'
import { Message } from './Message.tsx'
import { TexText } from './tex/TexText.tsx'

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
        <Message
          of="undo.deleted"
          parts={{
            title: (
              <cite {...written(released.title)}>
                <TexText text={released.title} />
              </cite>
            ),
          }}
        />
      </span>
      {/* Apart, so that a long title does not hide how many went. */}
      {others > 0 && <span class="toast-more"> {plural('undo.more', others)}</span>}
      <button type="button" class="toast-undo" onClick={props.onUndo}>
        {t('undo.undo')}
      </button>
      <button
        type="button"
        class="toast-close"
        aria-label={t('undo.dismiss')}
        onClick={props.onClose}
      >
        ×
      </button>
    </div>
  )
}
