import { formatCount } from '@/lib/format.ts'
import { askLeave } from '@/lib/host-leave.ts'
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
        Ask arXiv
      </button>
    </p>
  )
}

function describeWaiting(cards: readonly PaperCard[]): string | undefined {
  const count = cards.filter((card) => card.triedAt !== undefined).length
  if (count === 0) return undefined
  if (count === 1) return 'Hugging Face does not have one of the papers saved here.'
  return `Hugging Face does not have ${formatCount(count)} of the papers saved here.`
}
