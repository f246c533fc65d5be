import type { PaperCard } from '@/lib/model/card.ts'

/** Says of a saved paper that there is no more of it yet than a title. */
export function PendingNote({ card }: { card: Pick<PaperCard, 'pendingSince' | 'triedAt'> }) {
  if (card.pendingSince === undefined) return null
  return (
    <p class="paper-pending">
      {card.triedAt === undefined
        ? 'Waits to be looked up: so far it has no more than a title.'
        : 'Not found yet; it is looked for again from time to time.'}
    </p>
  )
}
