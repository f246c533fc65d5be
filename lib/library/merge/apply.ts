import { noteStamp } from '../../db/clock.ts'
import type { Database } from '../../db/database.ts'
import { libraryTables } from '../../db/saved.ts'
import { isPaperId } from '../../model/is-paper-id.ts'
import type { Paper } from '../../model/paper.ts'
import { placeholderRecord } from '../../model/placeholder.ts'
import type { ReleasedPaper, SavedPaper, Tombstone } from '../../model/saved-paper.ts'
import { laterStamp, type Stamp } from '../../model/stamp.ts'
import { undoForMs } from '../save.ts'
import { isKept, isSameEntry, type LibraryEntry, latestStamp, mergeEntries } from './entry.ts'
import { entryOfSaved, entryOfTombstone, rowOfEntry } from './rows.ts'

/** What merging changed here, in papers. */
export interface MergeCounts {
  added: number
  changed: number
  released: number
}

/**
 * Merges what other machines know, of a paper once or several times, into the library: in one
 * transaction, which writes only the rows that differ. A paper let go elsewhere goes into the
 * bin. `records` are copies of papers that came along; one that has none anywhere is kept by its
 * id and waits to be looked up.
 */
export async function applyLibrary(
  db: Database,
  library: Iterable<LibraryEntry>,
  records: ReadonlyMap<string, Paper> = new Map(),
  now = Date.now(),
): Promise<MergeCounts> {
  const others = oncePerPaper(library)
  const ids = others.map(({ id }) => id)
  return db.transaction('rw', [db.papers, ...libraryTables(db)], async () => {
    const [rows, tombstones] = await Promise.all([
      rowsById(db.saved, ids),
      rowsById(db.tombstones, ids),
    ])
    const missing = ids.filter((id) => !rows.has(id))
    const bin = await rowsById(db.released, missing)
    const writes = new Writes()
    let seen: Stamp | undefined
    const waiting: Waiting[] = []
    for (const other of others) {
      const [row, tombstone] = [rows.get(other.id), tombstones.get(other.id)]
      const binned = bin.get(other.id)
      const local = localEntry(row, tombstone, binned)
      const merged = withoutVoid(local ? mergeEntries(local, other) : other)
      seen = laterStamp(seen, latestStamp(other))
      const hasNewRecord = row?.pendingSince !== undefined && records.has(row.id)
      if (local && isSameEntry(local, merged) && !hasNewRecord) continue
      if (isKept(merged)) waiting.push({ merged, row, binned })
      else if (row || tombstone?.stamp !== merged.released) writes.release(merged, row, now)
    }
    const known = await knownRecords(db, waiting, records)
    for (const each of waiting) writes.keep(each, known.get(each.merged.id), now)
    await writes.run(db)
    if (seen) await noteStamp(db, seen)
    return writes.counts
  })
}

/** A paper that gets a row: what is known of it, and where it lies now. */
interface Waiting {
  merged: LibraryEntry
  row: SavedPaper | undefined
  binned: ReleasedPaper | undefined
}

function oncePerPaper(library: Iterable<LibraryEntry>): LibraryEntry[] {
  const byId = new Map<string, LibraryEntry>()
  for (const entry of library) {
    // By another name it could not be looked up, linked or searched: the search would break on it.
    if (!isPaperId(entry.id)) continue
    const known = byId.get(entry.id)
    byId.set(entry.id, known ? mergeEntries(known, entry) : entry)
  }
  return [...byId.values()]
}

/** Everything this machine knows. */
export async function readLibrary(db: Database): Promise<LibraryEntry[]> {
  return db.transaction('r', [...libraryTables(db)], async () => {
    const [rows, tombstones] = await Promise.all([db.saved.toArray(), db.tombstones.toArray()])
    const isSaved = new Set(rows.map(({ id }) => id))
    return [
      ...rows.map(entryOfSaved),
      ...tombstones.filter(({ id }) => !isSaved.has(id)).map(entryOfTombstone),
    ]
  })
}

/** A paper that is kept needs its tombstone no more: a part of it is later, here as everywhere. */
function withoutVoid(entry: LibraryEntry): LibraryEntry {
  if (entry.released === undefined || !isKept(entry)) return entry
  const { released: _released, ...kept } = entry
  return kept
}

/**
 * What this machine knows of a paper. That counts what lies in its bin: if the paper is kept
 * elsewhere, by a save that did not know of the delete, it comes out with its note and tags.
 */
function localEntry(
  row: SavedPaper | undefined,
  tombstone: Tombstone | undefined,
  binned: ReleasedPaper | undefined,
): LibraryEntry | undefined {
  if (row) return entryOfSaved(row)
  if (!tombstone) return undefined
  const released = entryOfTombstone(tombstone)
  return binned ? mergeEntries(entryOfSaved(binned), released) : released
}

/** The best record there is of each paper that gets a row: its own, one of the bin, one that came. */
async function knownRecords(
  db: Database,
  waiting: readonly Waiting[],
  records: ReadonlyMap<string, Paper>,
): Promise<Map<string, Paper>> {
  const known = new Map<string, Paper>()
  const unknown: string[] = []
  for (const { merged, row, binned } of waiting) {
    if (row && row.pendingSince === undefined) continue
    const fromBin = binned?.pendingSince === undefined ? binned?.record : undefined
    const record = fromBin ?? records.get(merged.id)
    if (record) known.set(merged.id, record)
    else unknown.push(merged.id)
  }
  for (const [id, paper] of await rowsById(db.papers, unknown)) known.set(id, paper)
  return known
}

interface RowTable<T> {
  count(): PromiseLike<number>
  toArray(): PromiseLike<T[]>
  bulkGet(ids: string[]): PromiseLike<(T | undefined)[]>
}

/** Many rows of a table are read sooner with all of it than one by one. */
async function rowsById<T extends { id: string }>(
  table: RowTable<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const isMost = ids.length * 4 > (await table.count())
  const found = isMost ? await table.toArray() : await table.bulkGet([...ids])
  const wanted = new Set(ids)
  return new Map(found.flatMap((row) => (row && wanted.has(row.id) ? [[row.id, row]] : [])))
}

/** The writes of one merge, gathered so that each table is written once. */
class Writes {
  readonly counts: MergeCounts = { added: 0, changed: 0, released: 0 }
  readonly #saved: SavedPaper[] = []
  readonly #binned: ReleasedPaper[] = []
  readonly #unbinned: string[] = []
  readonly #tombstones: Tombstone[] = []

  keep({ merged, row, binned }: Waiting, known: Paper | undefined, now: number): void {
    const isPending = row ? row.pendingSince !== undefined && !known : !known
    const record =
      (row?.pendingSince === undefined ? row?.record : undefined) ??
      known ??
      row?.record ??
      placeholderRecord(merged.id, now)
    const pendingSince = isPending ? (row?.pendingSince ?? now) : undefined
    this.#saved.push(rowOfEntry(merged, record, row ?? binned, pendingSince))
    if (binned) this.#unbinned.push(binned.id)
    this.counts[row ? 'changed' : 'added']++
  }

  release({ id, released }: LibraryEntry, row: SavedPaper | undefined, now: number): void {
    if (released === undefined) return
    this.#tombstones.push({ id, stamp: released })
    if (!row) return
    // Let go elsewhere, it is not what an undo here would put back, but its days in the bin
    // begin when it gets there.
    this.#binned.push({ ...row, releasedAt: now - undoForMs })
    this.counts.released++
  }

  async run(db: Database): Promise<void> {
    const kept = this.#saved.map(({ id }) => id)
    await Promise.all([
      db.saved.bulkPut(this.#saved),
      db.saved.bulkDelete(this.#binned.map(({ id }) => id)),
      db.released.bulkPut(this.#binned),
      db.released.bulkDelete(this.#unbinned),
      db.tombstones.bulkPut(this.#tombstones),
      db.tombstones.bulkDelete(kept),
    ])
  }
}
