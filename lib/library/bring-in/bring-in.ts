import { noteStamp, stampChange } from '../../db/clock.ts'
import type { Database } from '../../db/database.ts'
import { libraryTables } from '../../db/saved.ts'
import type { Paper } from '../../model/paper.ts'
import { isSiteId } from '../../model/paper-id.ts'
import type { SavedPaper } from '../../model/saved-paper.ts'
import { laterStamp, type Stamp } from '../../model/stamp.ts'
import { paperTables, storeNewPapers } from '../../sync-feed/store-paper.ts'
import { restoreRest } from '../backup/restore-rest.ts'
import type { BackupRest, ImportedEntry } from './imported-entry.ts'
import { additionsTo, withAdditions } from './merge-entry.ts'
import { isComplete, recordOf } from './record.ts'

interface BringInRequest {
  db: Database
  entries: readonly ImportedEntry[]
  /** What a backup has besides. */
  rest?: BackupRest
  /** Ends it: everything is as it was. */
  signal?: AbortSignal
  onProgress?: (done: number) => void
  /** ms */
  now?: number
}

/** What became of it, in papers. */
export interface BringInResult {
  added: number
  /** Kept already, and given tags or a note. */
  changed: number
  /** Of those added: to be looked up, since the file says too little of them. */
  pending: number
  /** Likewise, of sites that nobody can be asked for: they wait for their pages to be opened. */
  ofSites: number
  /** Put into the bin. */
  bin: number
}

/** So many that a batch takes no longer than a few frames. */
const entriesABatch = 100

/**
 * Brings papers in, in one transaction: all of them or, when it is ended or fails, none. Nothing
 * that is kept is overwritten; tags and notes are added to it. A row of a backup comes as it was,
 * stamps included, unless the paper was let go since: then it is saved anew.
 */
export function bringIn(request: BringInRequest): Promise<BringInResult> {
  const { db, entries, rest, signal, onProgress, now = Date.now() } = request
  return db.transaction('rw', [...libraryTables(db), ...paperTables(db)], async () => {
    const result: BringInResult = { added: 0, changed: 0, pending: 0, ofSites: 0, bin: 0 }
    let stamp: Stamp | undefined
    const stampOnce = async () => {
      stamp ??= await stampChange(db, now)
      return stamp
    }
    for (let i = 0; i < entries.length; i += entriesABatch) {
      signal?.throwIfAborted()
      await bringInBatch(db, entries.slice(i, i + entriesABatch), stampOnce, now, result)
      onProgress?.(Math.min(i + entriesABatch, entries.length))
    }
    if (rest) result.bin = await restoreRest(db, rest)
    signal?.throwIfAborted()
    return result
  })
}

async function bringInBatch(
  db: Database,
  batch: readonly ImportedEntry[],
  stampOnce: () => Promise<Stamp>,
  now: number,
  result: BringInResult,
): Promise<void> {
  const ids = batch.map(({ id }) => id)
  const [saved, papers, tombstones, bin] = await Promise.all([
    db.saved.bulkGet(ids),
    db.papers.bulkGet(ids),
    db.tombstones.bulkGet(ids),
    db.released.bulkGet(ids),
  ])
  const latest = latestStamp(batch)
  if (latest !== undefined) await noteStamp(db, latest)
  const additions = batch.map((entry, i) => saved[i] && additionsTo(saved[i], entry, now))
  const isKept = batch.map(({ row }, i) => row !== undefined && tombstones[i] === undefined)
  const isStamped = batch.some((_, i) => (saved[i] ? additions[i] : !isKept[i]))
  // Once for the batch: Dexie loses a transaction over too many awaits without a request.
  const stamp = isStamped ? await stampOnce() : ''
  const added: SavedPaper[] = []
  const changed: SavedPaper[] = []
  const stored: Paper[] = []
  const emptied: string[] = []
  for (const [i, entry] of batch.entries()) {
    const known = saved[i]
    if (known) {
      const addition = additions[i]
      if (!addition) continue
      changed.push(withAdditions(known, addition, stamp))
      if (addition.record) stored.push(addition.record)
      continue
    }
    const row = rowOf(entry, papers[i], isKept[i] ? undefined : stamp, now)
    added.push(row)
    if (row.pendingSince === undefined) stored.push(row.record)
    // What lies in the bin goes when it says nothing more than what is kept now.
    const left = bin[i]
    if (left && !additionsTo(row, left)) emptied.push(left.id)
  }
  await db.saved.bulkPut([...changed, ...added])
  await db.tombstones.bulkDelete(added.map(({ id }) => id))
  await db.released.bulkDelete(emptied)
  await storeNewPapers(db, stored)
  result.added += added.length
  result.changed += changed.length
  const waiting = added.filter(({ pendingSince }) => pendingSince !== undefined)
  const ofSites = waiting.filter(({ id }) => isSiteId(id)).length
  result.pending += waiting.length - ofSites
  result.ofSites += ofSites
}

/** The row to keep; `stamp` says that it was saved now, whenever that was before. */
function rowOf(
  entry: ImportedEntry,
  stored: Paper | undefined,
  stamp: Stamp | undefined,
  now: number,
): SavedPaper {
  const { id, row, status = 'to-read', tags, note, savedAt = now } = entry
  if (row) return stamp ? { ...row, stamps: { ...row.stamps, saved: stamp } } : row
  return {
    id,
    savedAt,
    savedFrom: 'import',
    record: stored ?? recordOf(entry, now),
    status,
    tags,
    ...(note !== undefined && { note }),
    stamps: { saved: stamp as Stamp },
    ...(!stored && !isComplete(entry) && { pendingSince: now }),
  }
}

/** The latest stamp of the rows of a backup. */
function latestStamp(batch: readonly ImportedEntry[]): Stamp | undefined {
  const stamps = batch.flatMap(({ row }) => {
    const { saved, status, note, tags = {} } = row?.stamps ?? {}
    return [saved, status, note, ...Object.values(tags)]
  })
  return stamps.reduce((a, b) => laterStamp(a, b), undefined)
}
