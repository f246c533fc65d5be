import { isSiteId } from '../../model/paper-id.ts'
import { readPartialDate } from '../../model/partial-date.ts'
import { oneLine } from './clean.ts'
import type { ImportedEntry } from './imported-entry.ts'

/**
 * When and where a paper of another site than arXiv appeared, as its entry says. Of arXiv's papers
 * many files tell of a later publication, and arXiv itself knows.
 */
export function factsOfSite(
  id: string,
  said: { date: string; proceedings?: unknown; journal?: unknown },
): Pick<ImportedEntry, 'publishedAt' | 'datedTo' | 'venue' | 'isInJournal'> {
  if (!isSiteId(id)) return {}
  const journal = oneLine(said.journal)
  const venue = journal ?? oneLine(said.proceedings)
  return {
    ...readPartialDate(said.date),
    ...(venue && { venue }),
    ...(journal && { isInJournal: true as const }),
  }
}
