import type { ComponentChildren } from 'preact'
import { t } from '@/lib/i18n.ts'
import type { FeedStatus } from '@/lib/state/feed-status.ts'
import { useSettled } from './use-settled.ts'

/** How the feed is, in a live region, with a way to ask again. */
export function StatusLine(props: {
  status: FeedStatus
  isBusy: boolean
  /** Absent where there is nothing to ask for. */
  onRefresh?: () => void
  /** What else there is to tell. */
  children?: ComponentChildren
}) {
  const { status, isBusy, onRefresh, children } = props
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
      {children}
    </div>
  )
}
