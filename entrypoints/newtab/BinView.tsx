import { plural, t } from '@/lib/i18n.ts'
import '@/components/shelf/shelf.css'
import { useState } from 'preact/hooks'
import { ConfirmDialog } from '@/components/ConfirmDialog.tsx'
import { BinArticle } from '@/components/shelf/BinArticle.tsx'
import { SelectionBar } from '@/components/shelf/SelectionBar.tsx'
import { RowToCome } from '@/components/shelf/ShelfArticle.tsx'
import { WindowedFeed } from '@/components/shelf/WindowedFeed.tsx'
import { nothingSelected } from '@/lib/model/selection.ts'
import type { Shelf } from '@/lib/state/shelf.ts'
import { selectsAmong } from './list-selection.ts'

/** How tall a row is on a wide page, most often (px). */
const usualRow = 96

/** What was let go in the last thirty days, and the two ways it can go from there. */
export function BinView({ shelf, ids }: { shelf: Shelf; ids: readonly string[] }) {
  const [doomed, setDoomed] = useState<readonly string[]>([])
  const rows = shelf.rows.value
  const selection = shelf.selection.value
  const selected = () => ids.filter((id) => selection.ids.has(id))
  const actions = {
    onSelect: selectsAmong(shelf.selection, ids),
    onRestore: (id: string) => shelf.restore([id]),
    onDelete: (id: string) => setDoomed([id]),
  }
  return (
    <div class="shelf">
      <p class="bin-head">
        {t('bin.head')}{' '}
        <button type="button" class="quiet-button" onClick={() => setDoomed(ids)}>
          {t('bin.empty')}
        </button>
      </p>
      <WindowedFeed
        ids={ids}
        label={t('view.bin')}
        guess={usualRow}
        isBusy={false}
        onDraw={(drawn) => shelf.show(drawn)}
        row={(id, index) => {
          const row = rows.get(id)
          const place = { position: index + 1, total: ids.length }
          if (!row) return <RowToCome key={id} id={id} {...place} />
          const isSelected = selection.ids.has(id)
          return <BinArticle key={id} {...{ row, ...place, isSelected, actions }} />
        }}
      />
      {selection.ids.size > 0 && (
        <SelectionBar
          count={selection.ids.size}
          onClear={() => {
            shelf.selection.value = nothingSelected
          }}
        >
          <button type="button" class="button" onClick={() => shelf.restore(selected())}>
            {t('bin.restore')}
          </button>
          <button
            type="button"
            class="button selection-delete"
            onClick={() => setDoomed(selected())}
          >
            {t('bin.delete')}
          </button>
        </SelectionBar>
      )}
      {doomed.length > 0 && (
        <ConfirmDialog
          question={plural('bin.confirm', doomed.length)}
          text={t('bin.confirmHelp')}
          action={t('bin.delete')}
          onConfirm={() => shelf.deleteForGood(doomed)}
          onClose={() => setDoomed([])}
        />
      )}
    </div>
  )
}
