import type { PaperCard } from '@/lib/model/card.ts'
import { type PaperActions, PaperArticle } from './PaperArticle.tsx'

/**
 * A list of papers, after the feed pattern of the ARIA practices. `front` sets the first
 * papers large, as a front page does; `list` gives each the same.
 */
export function PaperFeed(props: {
  cards: readonly PaperCard[]
  total: number
  label: string
  layout: 'front' | 'list'
  isBusy: boolean
  isNew: (card: PaperCard) => boolean
  abstracts: ReadonlyMap<string, string>
  /** Pictures that have been read, by id of their paper, as addresses. */
  pictures?: ReadonlyMap<string, string>
  actions: PaperActions
}) {
  const { cards, total, label, layout, isBusy, isNew, abstracts, pictures, actions } = props
  return (
    <div role="feed" class={`feed feed-${layout}`} aria-label={label} aria-busy={isBusy}>
      {cards.map((card, i) => (
        <PaperArticle
          key={card.id}
          card={card}
          position={i + 1}
          total={total}
          isNew={isNew(card)}
          abstract={abstracts.get(card.id)}
          picture={pictures?.get(card.id)}
          actions={actions}
        />
      ))}
    </div>
  )
}
