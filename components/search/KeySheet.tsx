import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import type { KeyGroup } from '@/lib/model/keys.ts'
import { Key } from '../Key.tsx'
import { OperatorSheet } from './OperatorSheet.tsx'

/** The keys of the search box and of what it finds, wherever that is. */
const searching: KeyGroup = {
  title: t('keys.group.searching'),
  rows: [
    { keys: ['ArrowDown'], label: t('keys.next') },
    { keys: ['ArrowRight'], label: t('keys.complete') },
    { keys: ['Ctrl+Enter'], label: t('keys.searchHub') },
    { keys: ['Escape'], label: t('keys.emptyBox') },
  ],
}

/** The keys of a page and of searching, and the query language, in a dialog. */
export function KeySheet(props: { groups: readonly KeyGroup[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={props.onClose}>
      <header class="keys-head">
        <h2 id="keys-title">{t('keys.heading')}</h2>
        {/* Before all the rest, so that the focus and the view begin at the top. */}
        <form method="dialog">
          <button type="submit" class="button">
            {t('common.close')}
          </button>
        </form>
      </header>
      <div class="keys-sheets">
        {[...props.groups, searching].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl class="key-sheet">
              {rows.map(({ keys, label }) => (
                <div key={label}>
                  <dt>
                    {keys.map((key) => (
                      <Key key={key} chord={key} />
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('keys.operators')}</h3>
          <OperatorSheet />
        </section>
      </div>
    </dialog>
  )
}
