import { askLeave } from '@/lib/host-leave.ts'
import { plural, t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'

/**
 * Offers to ask arXiv, for which its host is needed, where a saved paper waits that Hugging Face
 * does not have; or where the reader looks for one (`text` says so).
 */
export function ArxivOffer(props: {
  cards?: readonly PaperCard[]
  text?: string
  /** Where arXiv's API is. */
  arxiv: string
}) {
  const { cards = [], text = describeWaiting(cards), arxiv } = props
  if (!text) return null
  return (
    <p class="arxiv-offer">
      {text}{' '}
      <button type="button" class="button" onClick={() => void askLeave(arxiv)}>
        {t('arxivOffer.ask')}
      </button>
    </p>
  )
}

function describeWaiting(cards: readonly PaperCard[]): string | undefined {
  const count = cards.filter((card) => card.triedAt !== undefined).length
  return count === 0 ? undefined : plural('arxivOffer.waiting', count)
}
