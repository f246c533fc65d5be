import { t } from '@/lib/i18n.ts'
import type { ReadingStatus } from '@/lib/model/saved-paper.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { StatusSelect } from './StatusSelect.tsx'
import { describeSaved } from './saved-from.ts'

/** How far the reader has come with a paper, and when it was saved. */
export function ShelfState(props: {
  row: ShelfRow
  onStatus: (id: string, status: ReadingStatus) => void
}) {
  const { row, onStatus } = props
  return (
    <p class="shelf-state">
      <StatusSelect
        status={row.status}
        label={t('shelf.statusOf', { title: row.title })}
        onChange={(status) => onStatus(row.id, status)}
      />
      <span class="shelf-saved">{describeSaved(row)}</span>
    </p>
  )
}
