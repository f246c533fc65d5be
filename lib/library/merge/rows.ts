import type { Paper } from '../../model/paper.ts'
import type { PartStamps, SavedPaper, Tombstone } from '../../model/saved-paper.ts'
import type { LibraryEntry } from './entry.ts'

/** What a row says of its paper. */
export function entryOfSaved(row: SavedPaper): LibraryEntry {
  const { id, savedAt, savedFrom, status, tags, note, stamps } = row
  // What was there from the start has the stamp of the saving; an untouched status and an
  // absent note say nothing, so that they outweigh no machine's.
  const isTouched = stamps.status !== undefined || status !== 'to-read'
  const isNoted = stamps.note !== undefined || note
  const stampOfTag = new Map(Object.entries(stamps.tags ?? {}))
  const isOn = new Set(tags)
  return {
    id,
    saved: { stamp: stamps.saved, value: { at: savedAt, ...(savedFrom && { from: savedFrom }) } },
    ...(isTouched && { status: { stamp: stamps.status ?? stamps.saved, value: status } }),
    ...(isNoted && { note: { stamp: stamps.note ?? stamps.saved, value: note ?? '' } }),
    tags: new Map(
      [...new Set([...stampOfTag.keys(), ...tags])].map((tag) => [
        tag,
        { stamp: stampOfTag.get(tag) ?? stamps.saved, value: isOn.has(tag) },
      ]),
    ),
  }
}

/** What a paper let go says to others: no more than that. What it had lies in each machine's bin. */
export function entryOfTombstone({ id, stamp }: Tombstone): LibraryEntry {
  return { id, released: stamp, tags: new Map() }
}

/**
 * The row of a paper that is kept; tags stay in the order they have in `before`, new ones follow
 * as they were given.
 */
export function rowOfEntry(
  entry: LibraryEntry,
  record: Paper,
  before: SavedPaper | undefined,
  pendingSince: number | undefined,
): SavedPaper {
  if (!entry.saved) throw new TypeError(`${entry.id} was never saved.`)
  const { saved, status, note, tags } = entry
  const rank = new Map(before?.tags.map((tag, i) => [tag, i]))
  const last = rank.size
  const isOn = [...tags].filter(([, { value }]) => value)
  isOn.sort(
    ([a, { stamp }], [b, other]) =>
      (rank.get(a) ?? last) - (rank.get(b) ?? last) || compare(stamp, other.stamp) || compare(a, b),
  )
  const stamps: PartStamps = {
    saved: saved.stamp,
    ...(status && { status: status.stamp }),
    ...(note && { note: note.stamp }),
    ...(tags.size > 0 && {
      // Not by assignment: a tag may be called `__proto__`.
      tags: Object.fromEntries([...tags].map(([tag, { stamp }]) => [tag, stamp])),
    }),
  }
  return {
    id: entry.id,
    savedAt: saved.value.at,
    ...(saved.value.from && { savedFrom: saved.value.from }),
    record,
    status: status?.value ?? 'to-read',
    tags: isOn.map(([tag]) => tag),
    ...(note?.value && { note: note.value }),
    stamps,
    ...(pendingSince !== undefined && { pendingSince }),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
