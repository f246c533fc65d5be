import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { isSiteId } from '@/lib/model/paper-id.ts'

/** Says of a saved paper that its record is still to come. */
export function PendingNote({
  card,
}: {
  card: Pick<PaperCard, 'id' | 'pendingSince' | 'triedAt'>
}) {
  if (card.pendingSince === undefined) return null
  return <p class="paper-pending">{describe(card)}</p>
}

function describe({ id, triedAt }: Pick<PaperCard, 'id' | 'triedAt'>): string {
  // Of another site than arXiv nobody can be asked: only its own page tells.
  if (isSiteId(id)) return t('paper.waitsForPage')
  return triedAt === undefined ? t('paper.waits') : t('paper.notFoundYet')
}
