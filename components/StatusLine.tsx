import { t } from '@/lib/i18n.ts'
import type { ListingRef } from '@/lib/model/listing.ts'
import type { FeedStatus } from '@/lib/state/feed-status.ts'
import { SyncDetails } from './SyncDetails.tsx'
import { useSettled } from './use-settled.ts'

/** How the feed is, in a live region, with a way to ask again. */
export function StatusLine(props: {
  status: FeedStatus
  dropped: readonly { ref: ListingRef; id?: string; reason: string }[]
  isBusy: boolean
  /** Absent where there is nothing to ask for. */
  onRefresh?: () => void
}) {
  const { status, dropped, isBusy, onRefresh } = props
  const isSettled = useSettled(`${status.text} ${status.problem ?? ''}`)
  return (
    <div class="status">
      <p role="status" class="status-text" aria-busy={!isSettled}>
        {status.text}
        {status.problem && <strong class="status-problem"> {status.problem}</strong>}
      </p>
      {onRefresh && (
        <button type="button" class="status-refresh" disabled={isBusy} onClick={onRefresh}>
          {t('status.checkNow')}
        </button>
      )}
      <SyncDetails dropped={dropped} />
    </div>
  )
}
