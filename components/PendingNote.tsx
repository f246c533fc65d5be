import type { PaperCard } from '@/lib/model/card.ts'

/** Says of a saved paper that its record is still to come. */
export function PendingNote({ card }: { card: Pick<PaperCard, 'pendingSince' | 'triedAt'> }) {
  if (card.pendingSince === undefined) return null
  return (
    <p class="paper-pending">
      {card.triedAt === undefined
        ? 'Waits to be looked up; no more is known of it so far.'
        : 'Not found yet; it is looked for again from time to time.'}
    </p>
  )
}
