import type { Database } from '../db/database.ts'
import { toCards } from '../db/papers.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Hit } from '../model/hit.ts'
import type { Finder } from './finder.ts'
import { parseQuery } from './query/parse-query.ts'
import { toWordGroups } from './query/word-groups.ts'
import { markSnippet, markWords } from './rank/marks.ts'

/** What a search shows. */
export interface Hits {
  cards: Hit[]
  total: number
  isRelaxed: boolean
}

/** Searches and says of each hit why it is one. */
export async function findHits(
  db: Database,
  finder: Finder,
  query: string,
  limit: number,
): Promise<Hits> {
  const { papers, total, isRelaxed } = await finder.find(query, limit)
  const groups = toWordGroups(parseQuery(query, feedDateAt(new Date())).clauses)
  const cards = await toCards(db, papers)
  return {
    total,
    isRelaxed,
    cards: cards.map((card, i) => ({
      ...card,
      markedTitle: markWords(card.title, groups),
      snippet: markSnippet(papers[i]?.abstract ?? '', groups),
    })),
  }
}
