import { readersPart, toCard } from './card.ts'
import type { ReleasedPaper, SavedPaper } from './saved-paper.ts'
import type { ShelfRow } from './shelf.ts'

/** The row of a paper that is saved, or lies in the bin; `read` is what is noted of it as opened. */
export function toShelfRow(paper: SavedPaper | ReleasedPaper, read: unknown): ShelfRow {
  const { record, savedAt, savedFrom, status, tags, note } = paper
  return {
    ...toCard(record, readersPart(paper, read)),
    ...{ savedAt, savedFrom, status, tags, note },
    releasedAt: 'releasedAt' in paper ? paper.releasedAt : undefined,
  }
}
