import { t } from '../i18n.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import type { Database } from './database.ts'

/**
 * Papers to hand on, in the order of the ids: the reader's own copy with its tags and note, or
 * what is stored. `pending` are those of which no more than an id and a title is known, since
 * they wait to be looked up. Throws an Error for the reader when none of them is stored.
 */
export async function papersToSend(
  db: Database,
  ids: readonly string[],
): Promise<{ papers: SentPaper[]; pending: SentPaper[] }> {
  const [saved, stored] = await Promise.all([
    db.saved.bulkGet([...ids]),
    db.papers.bulkGet([...ids]),
  ])
  const papers: SentPaper[] = []
  const pending: SentPaper[] = []
  for (const i of ids.keys()) {
    const { record = stored[i], tags = [], note, pendingSince } = saved[i] ?? {}
    if (!record) continue
    const list = pendingSince === undefined ? papers : pending
    list.push({ record, tags, ...(note && { note }) })
  }
  if (papers.length + pending.length > 0) return { papers, pending }
  throw new Error(t('send.notStored'))
}
