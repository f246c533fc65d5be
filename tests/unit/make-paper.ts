import type { Listing } from '../../lib/model/listing.ts'
import type { FetchedPaper, Paper } from '../../lib/model/paper.ts'
import type { SavedPaper } from '../../lib/model/saved-paper.ts'
import { stampAt } from '../../lib/model/stamp.ts'

/** Whom the papers of tests come from. */
export const endpoint = 'https://huggingface.co'

/** A paper as a source gives it, with what a test cares about put in. */
export function makeFetched(changes: Partial<FetchedPaper> = {}): FetchedPaper {
  return {
    id: '2608.00001',
    title: 'A Paper about Nothing',
    abstract: 'We do nothing, and measure it.',
    authors: ['Ada One'],
    authorCount: 1,
    publishedAt: Date.parse('2026-08-13T00:00:00Z'),
    upvotes: 1,
    comments: 0,
    keywords: [],
    ...changes,
  }
}

export function makePaper(changes: Partial<Paper> = {}): Paper {
  const firstSeenAt = Date.parse('2026-08-14T08:00:00Z')
  return { upvotes: 1, comments: 0, ...makeFetched(), firstSeenAt, ...changes } as Paper
}

/** A saved paper of a test, its record's id its own. */
export function makeSaved(changes: Partial<SavedPaper> = {}): SavedPaper {
  const { id = '2608.00001', savedAt = 5 } = changes
  return {
    ...{ id, savedAt, record: makePaper({ id }) },
    ...{ status: 'to-read', tags: [], stamps: { saved: stampAt(savedAt) } },
    ...changes,
  }
}

export function makeListing(changes: Partial<Listing> = {}): Listing {
  const at = Date.parse('2026-08-14T08:00:00Z')
  return {
    kind: 'day',
    key: '2026-08-14',
    ids: ['2608.00001'],
    fetchedAt: at,
    checkedAt: at,
    isComplete: false,
    endpoint,
    ...changes,
  }
}

/** `2608.00001`, `2608.00002`, … */
export function makeIds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `2608.${String(i + 1).padStart(5, '0')}`)
}

/** Saved papers without their stamps: what putting one back leaves as it was. */
export function withoutStamps(saved: readonly SavedPaper[]): Omit<SavedPaper, 'stamps'>[] {
  return saved.map(({ stamps: _, ...rest }) => rest)
}
