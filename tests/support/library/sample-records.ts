import type { LibraryEntry } from '../../../lib/library/merge/entry.ts'
import type { Paper } from '../../../lib/model/paper.ts'

const abstract = 'We find that what was thought to need much of it needs little. '.repeat(20)

/** Records of these papers, each as large as most are. */
export function sampleRecords(entries: readonly LibraryEntry[]): Map<string, Paper> {
  return new Map(
    entries.map(({ id }, i) => [
      id,
      {
        ...{
          id,
          title: `Paper ${i}: On Needing Less of It`,
          abstract,
          upvotes: i % 300,
          comments: 3,
        },
        ...{ authors: ['Ada One', 'Ben Two', 'Cleo Three', 'Dan Four'], authorCount: 4 },
        ...{ publishedAt: Date.UTC(2025, i % 12), keywords: ['needing', 'less'], firstSeenAt: 1 },
      },
    ]),
  )
}
