import { PaperboyDatabase } from '../../lib/db/database.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { createFinder } from '../../lib/search/finder.ts'
import { maintainIndex } from '../../lib/search/store/maintain.ts'
import { indexTables } from '../../lib/search/store/tables.ts'
import { indexPapers } from '../../lib/search/store/write-segment.ts'
import { warmUp } from '../../lib/search/warm-up.ts'

/** What a page would hold on to, so that its heap can be measured. */
let held: unknown

/** From the popup's opening to the first key, at the quickest (ms). */
const reachForKeysMs = 300

/** What the bench calls in a page of the extension, each time a fresh one. */
const bench = {
  /** Stores papers in lots, as syncs do, and tends the index; returns what it took (ms). */
  async fill(papers: Paper[], lot: number): Promise<number> {
    const db = new PaperboyDatabase()
    const start = performance.now()
    for (let at = 0; at < papers.length; at += lot) await store(db, papers.slice(at, at + lot))
    await maintainIndex(db)
    return performance.now() - start
  },

  /** From an empty page to the hits: opens the database, searches, returns the time (ms). */
  async cold(query: string): Promise<{ ms: number; total: number; ids: string[] }> {
    const start = performance.now()
    const finder = createFinder(new PaperboyDatabase())
    held = finder
    const { papers, total } = await finder.find(query, 20)
    return { ms: performance.now() - start, total, ids: papers.map(({ id }) => id) }
  },

  /** The first search of a page that expected one, as the popup does while nothing is typed (ms). */
  async expected(query: string): Promise<number> {
    const db = new PaperboyDatabase()
    const finder = createFinder(db)
    warmUp(db, finder)()
    await new Promise((resolve) => setTimeout(resolve, reachForKeysMs))
    const start = performance.now()
    await finder.find(query, 20)
    return performance.now() - start
  },

  /** The ids of the best for each query, in one open page. */
  async rank(queries: string[], limit: number): Promise<string[][]> {
    const finder = createFinder(new PaperboyDatabase())
    const found: string[][] = []
    for (const query of queries) {
      const { papers } = await finder.find(query, limit)
      found.push(papers.map(({ id }) => id))
    }
    return found
  },

  /** The floor: opens the same database and reads one row. */
  async openOnly(): Promise<number> {
    const start = performance.now()
    await new PaperboyDatabase().segments.toArray()
    return performance.now() - start
  },

  /** The floor of a search that shows papers: opens it and reads some of them by id (ms). */
  async openAndRead(ids: string[]): Promise<number> {
    const start = performance.now()
    const db = new PaperboyDatabase()
    await db.open()
    await db.papers.bulkGet(ids)
    return performance.now() - start
  },

  /** The floor of a keystroke: papers that are read by id in one open page, lot by lot (ms). */
  async readOnly(lots: string[][]): Promise<number[]> {
    const db = new PaperboyDatabase()
    await db.open()
    const times: number[] = []
    for (const ids of lots) {
      const start = performance.now()
      await db.papers.bulkGet(ids)
      times.push(performance.now() - start)
    }
    return times
  },

  /** Each keystroke of a query in one open page (ms). */
  async typed(queries: string[]): Promise<number[]> {
    const finder = createFinder(new PaperboyDatabase())
    await finder.find('warm', 20)
    const times: number[] = []
    for (const query of queries) {
      for (let length = 1; length <= query.length; length++) {
        const start = performance.now()
        await finder.find(query.slice(0, length), 20)
        times.push(performance.now() - start)
      }
    }
    return times
  },

  /** Adds papers to what is there, without tending the index (ms). */
  async add(papers: Paper[]): Promise<number> {
    const db = new PaperboyDatabase()
    const start = performance.now()
    await store(db, papers)
    return performance.now() - start
  },

  async indexBytes(): Promise<number> {
    const heads = await new PaperboyDatabase().segments.toArray()
    return heads.reduce((sum, { byteLength }) => sum + byteLength, 0)
  },

  async segments(): Promise<number[]> {
    return (await new PaperboyDatabase().segments.toArray()).map(({ docCount }) => docCount)
  },
}

function store(db: PaperboyDatabase, papers: Paper[]): Promise<void> {
  return db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
    await Promise.all([
      db.papers.bulkPut(papers),
      indexPapers(db, papers, { isKnown: () => false }),
    ])
  })
}

Object.assign(globalThis, { bench, held: () => held })

export type Bench = typeof bench
