import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'

/** Says of a saved paper that its record is still to come. */
export function PendingNote({ card }: { card: Pick<PaperCard, 'pendingSince' | 'triedAt'> }) {
  if (card.pendingSince === undefined) return null
  return (
    <p class="paper-pending">
      {card.triedAt === undefined ? t('paper.waits') : t('paper.notFoundYet')}
    </p>
  )
}
