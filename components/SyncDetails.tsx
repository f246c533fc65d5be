import { plural, t } from '@/lib/i18n.ts'
import type { ListingRef } from '@/lib/model/listing.ts'
import { Message } from './Message.tsx'

/** The records of the last fetch that could not be read, each with the reason. */
export function SyncDetails(props: {
  dropped: readonly { ref: ListingRef; id?: string; reason: string }[]
}) {
  const { dropped } = props
  if (dropped.length === 0) return null
  return (
    <details class="sync-details">
      <summary>{plural('dropped.records', dropped.length)}</summary>
      <ul>
        {dropped.map(({ ref, id, reason }, i) => (
          <li key={`${i} ${id}`}>
            <Message
              of="dropped.record"
              parts={{
                name: <b>{id ?? t('dropped.withoutId')}</b>,
                list: describeListing(ref),
                reason,
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

function describeListing({ kind, key }: ListingRef): string {
  return kind === 'trending' ? t('dropped.trending') : t(`dropped.${kind}`, { key })
}
