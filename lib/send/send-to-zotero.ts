import { plural } from '../i18n.ts'
import type { OutboxRow } from '../model/outbox.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import { findZotero, saveItems, ZoteroError } from '../sources/zotero.ts'
import { zoteroItem } from './zotero-item.ts'

/** Papers handed over in one request: Zotero saves all of them, or none. */
interface Batch {
  /** Zotero carries out a session once. It stays the same while nobody knows whether it did. */
  session: string
  papers: readonly SentPaper[]
  /** It was on its way when the connection broke: it may be in Zotero. */
  isUnsure: boolean
}

/** How far the sending of some papers to Zotero has come. Each step makes a new one. */
export interface ZoteroRun {
  total: number
  /** In Zotero, by this run. */
  inZotero: readonly SentPaper[]
  /** Zotero answered that it could not save these. */
  refused: readonly SentPaper[]
  /** Still to be sent, in order. */
  open: readonly Batch[]
  /** Where they go: the collection or library selected in Zotero. */
  target?: string
  /** Why it stopped before its end, in the reader's words. */
  problem?: string
}

/** Few enough that little is in doubt when a connection breaks. */
const batchSize = 20
/** A Zotero that refuses so many one after another will refuse the rest. */
const refusalsInARow = 3

/** What is remembered of a run that has not come to its end, outside the page that it is on. */
export interface ZoteroMemory {
  /** Before papers are handed over in a session. */
  onTheWay(session: string, ids: readonly string[]): Promise<void>
  /** Zotero has them; `hadSession` when it had carried that out before. */
  arrived(session: string, ids: readonly string[], hadSession: boolean): Promise<void>
  /** They were refused for certain, or the run is at its end. */
  forget(ids: readonly string[]): Promise<void>
}

/** A run of papers; `known` is what an earlier one, which did not come to its end, left of them. */
export function planZoteroRun(
  papers: readonly SentPaper[],
  known: readonly OutboxRow[] = [],
): ZoteroRun {
  const rows = new Map(known.map((row) => [row.id, row]))
  const rowOf = ({ record }: SentPaper) => rows.get(record.id)
  const inDoubt = Map.groupBy(
    papers.filter((paper) => rowOf(paper)?.isThere === false),
    (paper) => rowOf(paper)?.session ?? '',
  )
  const open: Batch[] = [...inDoubt].map(([session, papers]) => ({
    ...{ session, papers, isUnsure: true },
  }))
  const fresh = papers.filter((paper) => !rowOf(paper))
  for (let from = 0; from < fresh.length; from += batchSize) {
    open.push(newBatch(fresh.slice(from, from + batchSize)))
  }
  const inZotero = papers.filter((paper) => rowOf(paper)?.isThere)
  return { total: papers.length, inZotero, refused: [], open }
}

/**
 * Sends what is open, batch after batch, until all is in Zotero, something stops it, or
 * `signal` ends it between two batches. Given a run that stopped, it goes on: what is in Zotero
 * is not sent again, what was refused is tried again, and a batch in doubt is sent under its old
 * name, to which Zotero answers that it has it. (A Zotero that was restarted has forgotten the
 * name. It can only double a batch that it had saved but not yet answered.) `onStep` gets every
 * state on the way.
 */
export async function runZotero(
  start: ZoteroRun,
  options: {
    port: number
    memory: ZoteroMemory
    onStep: (run: ZoteroRun) => void
    signal: AbortSignal
  },
): Promise<ZoteroRun> {
  const { port, memory, onStep, signal } = options
  const again = start.refused.map((paper) => newBatch([paper]))
  let run: ZoteroRun = {
    ...start,
    open: [...start.open, ...again],
    refused: [],
    problem: undefined,
  }
  const step = (changes: Partial<ZoteroRun>) => {
    run = { ...run, ...changes }
    onStep(run)
  }
  let refusals = 0
  try {
    const { target } = await findZotero(port)
    step({ target })
    while (run.open.length > 0 && !signal.aborted && refusals < refusalsInARow) {
      const [batch, ...rest] = run.open as [Batch, ...Batch[]]
      const { session, papers } = batch
      await memory.onTheWay(session, idsOf(papers))
      try {
        const hadSession = await handOver(port, batch)
        refusals = 0
        await memory.arrived(session, idsOf(papers), hadSession)
        step({ inZotero: [...run.inZotero, ...papers], open: rest })
      } catch (error) {
        const trouble = error instanceof ZoteroError ? error.trouble : undefined
        if (trouble === 'cut' || trouble === 'slow') {
          step({ open: [{ ...batch, isUnsure: true }, ...rest] })
          throw error
        }
        // What failed for certain gets a new name: Zotero keeps that of a refused session.
        await memory.forget(idsOf(papers))
        if (trouble !== 'refused') {
          step({ open: [newBatch(papers), ...rest] })
          throw error
        }
        if (papers.length > 1) {
          // One bad paper keeps the others of its batch out: each is tried alone.
          step({ open: [...papers.map((paper) => newBatch([paper])), ...rest] })
        } else {
          refusals++
          step({ refused: [...run.refused, ...papers], open: rest })
        }
      }
    }
    if (run.refused.length > 0) throw refusalOf(run)
    if (run.open.length === 0) await memory.forget(idsOf(run.inZotero))
  } catch (error) {
    step({ problem: error instanceof Error ? error.message : String(error) })
  }
  return run
}

/**
 * A broken connection is tried once more at once: most often Zotero only knows the answer. True
 * when Zotero had carried out the session before it was asked now.
 */
async function handOver(port: number, { session, papers }: Batch): Promise<boolean> {
  const items = papers.map(zoteroItem)
  try {
    return (await saveItems(port, session, items)) === 'there'
  } catch (error) {
    if (!(error instanceof ZoteroError) || error.trouble !== 'cut') throw error
    await saveItems(port, session, items)
    return false
  }
}

function refusalOf({ refused, open }: ZoteroRun): ZoteroError {
  return new ZoteroError('refused', plural('zotero.couldNotSave', refused.length + open.length))
}

function newBatch(papers: readonly SentPaper[]): Batch {
  return { session: crypto.randomUUID(), papers, isUnsure: false }
}

function idsOf(papers: readonly SentPaper[]): string[] {
  return papers.map(({ record }) => record.id)
}
