import '@citation-js/plugin-bibtex'
import { Cite } from '@citation-js/core'
import { PaperboyDatabase } from '../../lib/db/database.ts'
import { citationsOf } from '../../lib/library/cite/citations.ts'
import { exportCitations } from '../../lib/library/cite/export.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { stampAt } from '../../lib/model/stamp.ts'

export interface Run {
  ms: number
  /** The longest time in which the page could do nothing else. */
  longestStallMs: number
  /** Of the text, in characters. */
  length: number
}

/** How many papers citation-js is given at once; its time does not depend on it. */
const lot = 100

/** What the bench calls in a page of the extension, each time a fresh one. */
const citationBench = {
  /** Saves papers. */
  async fill(papers: Paper[]): Promise<void> {
    const db = new PaperboyDatabase()
    const before = await db.saved.count()
    await db.saved.bulkPut(
      papers.map((record, i) => ({
        ...{ id: record.id, savedAt: before + i + 1, record, status: 'to-read' as const },
        ...{ tags: ['bench'], stamps: { saved: stampAt(before + i + 1) } },
      })),
    )
  },

  /** All that is saved, from the database to the text. */
  async exportAll(): Promise<Run> {
    return measured(async () => {
      const db = new PaperboyDatabase()
      const { text } = await exportCitations(db, { isAllSaved: true }, 'bibtex', Date.now())
      return text.length
    })
  },

  /** The same papers from memory, as one text. */
  async writeAll(): Promise<Run> {
    const papers = (await new PaperboyDatabase().saved.toArray()).map((saved) => ({
      ...{ paper: saved.record, tags: saved.tags },
    }))
    return measured(async () => citationsOf(papers, 'bibtex').length)
  },

  /** The same papers by citation-js, for as long as it is given: as many as it can. */
  async exportByCitationJs(forMs: number): Promise<Run & { papers: number }> {
    const saved = await new PaperboyDatabase().saved.toArray()
    // It takes items of CSL-JSON, which are made beforehand.
    const items: object[] = JSON.parse(
      citationsOf(
        saved.map(({ record }) => ({ paper: record })),
        'csl-json',
      ),
    )
    let papers = 0
    const run = await measured(async () => {
      let length = 0
      for (const end = performance.now() + forMs; papers < items.length; papers += lot) {
        if (performance.now() > end) break
        length += new Cite(items.slice(papers, papers + lot)).format('bibtex').length
        await new Promise((resolve) => setTimeout(resolve))
      }
      return length
    })
    return { ...run, papers }
  },
}

/** Times some work, and how long a timer that is always due had to wait meanwhile. */
async function measured(work: () => Promise<number>): Promise<Run> {
  let longestStallMs = 0
  let last = performance.now()
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    const now = performance.now()
    longestStallMs = Math.max(longestStallMs, now - last)
    last = now
    channel.port2.postMessage(0)
  }
  channel.port2.postMessage(0)
  const start = performance.now()
  const length = await work()
  const end = performance.now()
  channel.port1.close()
  return { ms: end - start, longestStallMs: Math.max(longestStallMs, end - last), length }
}

Object.assign(globalThis, { citationBench })

export type CitationBench = typeof citationBench
