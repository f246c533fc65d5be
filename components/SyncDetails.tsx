import type { ListingRef } from '@/lib/model/listing.ts'

/** The records of the last fetch that could not be read, each with the reason. */
export function SyncDetails(props: {
  dropped: readonly { ref: ListingRef; id?: string; reason: string }[]
}) {
  const { dropped } = props
  if (dropped.length === 0) return null
  return (
    <details class="sync-details">
      <summary>
        {dropped.length === 1 ? '1 record' : `${dropped.length} records`} could not be read
      </summary>
      <ul>
        {dropped.map(({ ref, id, reason }, i) => (
          <li key={`${i} ${id}`}>
            <b>{id ?? 'without a readable id'}</b> ({ref.kind} {ref.key}): {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
