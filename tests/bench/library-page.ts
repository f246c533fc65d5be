import { browser } from 'wxt/browser'
import { PaperboyDatabase } from '../../lib/db/database.ts'
import { setSaved } from '../../lib/library/save.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { readingStatuses, type SavedPaper } from '../../lib/model/saved-paper.ts'
import { stampAt } from '../../lib/model/stamp.ts'
import { indexTables } from '../../lib/search/store/tables.ts'
import { indexPapers } from '../../lib/search/store/write-segment.ts'

/** Tags as people give them: a few to most papers, many to a few. */
const tags = ['agents', 'RAG', 'vision', 'thesis', 'to cite', 'mixture of experts', 'reading group']
const rareTags = Array.from({ length: 40 }, (_, i) => `topic ${i + 1}`)
const hourMs = 3_600_000

/**
 * Where an extension keeps a library that is one object, as PaperMemory does: the other way, beside
 * which a row for each paper is measured.
 */
const storage = browser.storage.local

/** What the bench calls in a page of the extension. */
const library = {
  /** Stores papers and saves them, with tags and notes; `from` is how many are saved already. */
  async fill(papers: Paper[], from: number): Promise<void> {
    const db = new PaperboyDatabase()
    await db.transaction('rw', [db.papers, db.saved, ...indexTables(db)], async () => {
      await db.papers.bulkPut(papers)
      await db.saved.bulkPut(papers.map((paper, i) => toSaved(paper, from + i)))
      await indexPapers(db, papers, { isKnown: () => false })
    })
  },

  /** One save, the front page with it (ms). */
  async saveOne(paper: Paper): Promise<number> {
    const db = new PaperboyDatabase()
    await db.papers.put(paper)
    const start = performance.now()
    await setSaved(db, paper.id, true)
    return performance.now() - start
  },

  /** The same papers as one object, without their abstracts. */
  async keepAsOneObject(): Promise<void> {
    const saved = await new PaperboyDatabase().saved.toArray()
    const all = saved.map(({ record: { abstract, ...record }, ...rest }) => [
      rest.id,
      { ...rest, ...record },
    ])
    await storage.set({ papers: Object.fromEntries(all) })
  },

  /** Reads the one object, as a page has to before it can draw anything (ms). */
  async readOneObject(): Promise<number> {
    const start = performance.now()
    await storage.get('papers')
    return performance.now() - start
  },

  /** One save in the one object: it is read, changed and written (ms). */
  async saveInOneObject(paper: Paper): Promise<number> {
    const start = performance.now()
    const { papers } = await storage.get('papers')
    await storage.set({ papers: { ...(papers as object), [paper.id]: toSaved(paper, 0) } })
    return performance.now() - start
  },
}

function toSaved(paper: Paper, i: number): SavedPaper {
  const savedAt = Date.UTC(2024, 0, 1) + i * hourMs
  const stamp = stampAt(savedAt, 'bench000')
  const own = tags.filter((_, n) => (i * 7 + n * 3) % (n + 3) === 0).slice(0, 3)
  if (i % 11 === 0) own.push(rareTags[(i / 11) % rareTags.length] as string)
  const hasNote = i % 5 === 0
  return {
    ...{ id: paper.id, savedAt, savedFrom: 'paperboy', record: paper, tags: own },
    status: readingStatuses[i % 7 === 0 ? 1 : i % 3 === 0 ? 2 : 0],
    ...(hasNote && { note: `See **section ${(i % 6) + 1}**; compare with the _baseline_.` }),
    stamps: { saved: stamp, ...(hasNote && { note: stamp }) },
  }
}

Object.assign(globalThis, { library })

export type LibraryBench = typeof library
