import { formatTime } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'

/** All that a calm page says: how many papers are new, and a press that shows them. */
export function CalmLine(props: {
  newCount: number
  /** Of the day; all that is told at the first visit, when nothing is new and nothing is old. */
  total: number
  /** When (ms) the last visit ended; absent at the first. */
  since: number | undefined
  onShow: () => void
}) {
  const { newCount, total, since, onShow } = props
  return (
    <div class="calm">
      <p role="status" class="calm-line">
        {describe(newCount, total, since)}
      </p>
      <button type="button" class="button calm-show" onClick={onShow}>
        {t('calm.show')}
      </button>
    </div>
  )
}

function describe(newCount: number, total: number, since: number | undefined): string {
  if (since === undefined) return plural('count.papers', total)
  const time = formatTime(since, Date.now())
  return newCount > 0 ? plural('calm.newSince', newCount, { time }) : t('calm.nothingNew', { time })
}
