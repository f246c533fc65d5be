import { t } from '@/lib/i18n.ts'
import { type ReadingStatus, readingStatuses } from '@/lib/model/saved-paper.ts'

export function statusName(status: ReadingStatus): string {
  return t(status === 'to-read' ? 'shelf.toRead' : `shelf.${status}`)
}

/** How far the reader has come with a paper. */
export function StatusSelect(props: {
  status: ReadingStatus
  label: string
  onChange: (status: ReadingStatus) => void
}) {
  const { status, label, onChange } = props
  return (
    <select
      class={`status-select is-${status}`}
      aria-label={label}
      value={status}
      onChange={(event) => onChange(event.currentTarget.value as ReadingStatus)}
    >
      {readingStatuses.map((each) => (
        <option key={each} value={each}>
          {statusName(each)}
        </option>
      ))}
    </select>
  )
}
