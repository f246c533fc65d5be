import type { CitedPaper, CiteWhat } from '../model/citation.ts'
import type { Database } from './database.ts'

/** The ids of what is to be cited: those given in their order, others last saved first. */
export async function citedIds(db: Database, what: CiteWhat): Promise<readonly string[]> {
  if ('ids' in what) return what.ids
  if ('isAllSaved' in what) return db.saved.orderBy('savedAt').reverse().primaryKeys()
  const saved = await db.saved.where('tags').equals(what.tag).reverse().sortBy('savedAt')
  return saved.map(({ id }) => id)
}

/**
 * Papers with what their reader wrote, in the order of the ids; what is nowhere on this disk is
 * left out. A saved paper is cited from its own copy, with what only arXiv tells taken from the
 * feed's store where the copy is older than that.
 */
export async function citedPapers(db: Database, ids: readonly string[]): Promise<CitedPaper[]> {
  if (ids.length === 0) return []
  const [saved, stored] = await Promise.all([
    db.saved.bulkGet([...ids]),
    db.papers.bulkGet([...ids]),
  ])
  return ids.flatMap((_, i) => {
    const mine = saved[i]
    const paper = stored[i]
    if (!mine) return paper ? [{ paper }] : []
    const { record, tags, note } = mine
    const primaryClass = record.primaryClass ?? paper?.primaryClass
    const doi = record.doi ?? paper?.doi
    const revisedAt = record.revisedAt ?? paper?.revisedAt
    return [
      {
        paper: {
          ...record,
          ...(primaryClass && { primaryClass }),
          ...(doi && { doi }),
          ...(revisedAt && { revisedAt }),
        },
        ...{ tags, note },
      },
    ]
  })
}
