import type { ReadingStatus, SavedFrom } from '../../model/saved-paper.ts'
import { laterStamp, type Stamp } from '../../model/stamp.ts'

/** A value, and when it was given: of two, the later stands. */
export interface Register<T> {
  stamp: Stamp
  value: T
}

interface Saving {
  /** ms */
  at: number
  from?: SavedFrom
}

/**
 * All that one machine, or several, know of a paper, without its record. Each part is a register
 * of its own, so that entries merge part by part, in any order and any number of times.
 */
export interface LibraryEntry {
  id: string
  /** The last time it was saved. */
  saved?: Register<Saving>
  /** The last time it was let go. */
  released?: Stamp
  status?: Register<ReadingStatus>
  /** Empty where a note was taken away. */
  note?: Register<string>
  /** Tag by tag: false where one was taken off. A Map, since a tag may be called `__proto__`. */
  tags: ReadonlyMap<string, Register<boolean>>
}

/** What two machines know together. */
export function mergeEntries(a: LibraryEntry, b: LibraryEntry): LibraryEntry {
  const tags = new Map(a.tags)
  for (const [tag, register] of b.tags) tags.set(tag, laterRegister(tags.get(tag), register))
  return withoutAbsent({
    id: a.id,
    saved: laterRegister(a.saved, b.saved),
    released: laterStamp(a.released, b.released),
    status: laterRegister(a.status, b.status),
    note: laterRegister(a.note, b.note),
    tags,
  })
}

/**
 * True for a paper that is kept: saved, and not let go since. One that was tagged, noted or moved
 * on by a machine after another had let it go is kept too: what someone wrote outweighs a delete
 * that did not know of it.
 */
export function isKept(entry: LibraryEntry): boolean {
  if (!entry.saved) return false
  const { released } = entry
  return released === undefined || stampsOfKeeping(entry).some((stamp) => stamp > released)
}

/** True when `b` knows nothing of the paper that `a` does not. */
export function knowsAll(a: LibraryEntry | undefined, b: LibraryEntry): boolean {
  return a !== undefined && isSameEntry(a, mergeEntries(a, b))
}

export function isSameEntry(a: LibraryEntry, b: LibraryEntry): boolean {
  return (
    a.id === b.id &&
    a.released === b.released &&
    isSame(a.saved, b.saved) &&
    isSame(a.status, b.status) &&
    isSame(a.note, b.note) &&
    a.tags.size === b.tags.size &&
    [...a.tags].every(([tag, register]) => isSame(register, b.tags.get(tag)))
  )
}

/** The latest stamp of an entry; undefined for an empty one. */
export function latestStamp(entry: LibraryEntry): Stamp | undefined {
  return stampsOfKeeping(entry).reduce<Stamp | undefined>(laterStamp, entry.released)
}

function stampsOfKeeping({ saved, status, note, tags }: LibraryEntry): Stamp[] {
  const parts = [saved, status, note, ...tags.values()]
  return parts.flatMap((part) => (part ? [part.stamp] : []))
}

function laterRegister<T>(a: Register<T> | undefined, b: Register<T>): Register<T>
function laterRegister<T>(
  a: Register<T> | undefined,
  b: Register<T> | undefined,
): Register<T> | undefined
function laterRegister<T>(a?: Register<T>, b?: Register<T>): Register<T> | undefined {
  if (!a || !b) return a ?? b
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b
  // No machine gives a stamp twice, but a copied profile may: then every machine has to take
  // the same one, and which does not matter.
  return inOrder(a.value) >= inOrder(b.value) ? a : b
}

function isSame<T>(a: Register<T> | undefined, b: Register<T> | undefined): boolean {
  return a?.stamp === b?.stamp && inOrder(a?.value) === inOrder(b?.value)
}

/** A value as text that is the same for the same value, whatever the order of its fields. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function withoutAbsent<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T
}
