import type { PaperCard } from '../../lib/model/card.ts'
import type { Hit } from '../../lib/model/hit.ts'
import type { Hits } from '../../lib/search/hits.ts'

/** A card for tests; every field can be said otherwise. */
export function makeCard(fields: Partial<PaperCard> = {}): PaperCard {
  return {
    id: '2608.90001',
    title: 'A Paper',
    authors: ['Ada Sample', 'Ben Sample', 'Cleo Sample'],
    authorCount: 3,
    publishedAt: Date.UTC(2026, 7, 20),
    feedDate: '2026-08-21',
    upvotes: 12,
    comments: 0,
    firstSeenAt: Date.UTC(2026, 7, 21, 8),
    blurb: 'What it is about, in a sentence.',
    isTldr: true,
    isRead: false,
    ...fields,
  }
}

/** Cards with ids and titles of their own, in order. */
export function makeCards(count: number): PaperCard[] {
  return Array.from({ length: count }, (_, i) =>
    makeCard({ id: `2608.9${String(i).padStart(4, '0')}`, title: `Paper ${i + 1}` }),
  )
}

/** The same as hits of a search, with nothing marked. */
export function makeHits(count: number, fields: Partial<Hits> = {}): Hits {
  const cards: Hit[] = makeCards(count).map((card) => ({
    ...card,
    markedTitle: [{ text: card.title, isMarked: false }],
    reasons: [],
  }))
  const { query, ...others } = { query: 'paper', ...fields }
  return {
    ...{ query, cards, total: count, isAtLeast: false, hasMore: false },
    ...{ isRelaxed: false, tookMs: 3.4 },
    ...others,
  }
}
