import { type Answer, notFound, ok } from './answer.ts'
import type { FeedSource } from './feed-source.ts'
import { recordsOf } from './listed-record.ts'

/** Answers `GET /api/papers/{id}`: the fields of `paper`, one level up, and what links to it. */
export function answerSinglePaper(source: FeedSource, id: string): Answer {
  // Day by day from the newest, so that a recent paper does not cost reading all recordings.
  for (const date of source.dates.toReversed()) {
    const found = recordsOf(source, [date]).find(({ paper }) => paper.id === id)
    if (!found) continue
    const links = { linkedModels: [], linkedDatasets: [], linkedSpaces: [] }
    return ok({
      ...found.paper,
      ...links,
      numTotalModels: 0,
      numTotalDatasets: 0,
      numTotalSpaces: 0,
    })
  }
  return notFound('Paper not found')
}
