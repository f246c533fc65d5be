import { isKept, knowsAll, type LibraryEntry, latestStamp } from '../../library/merge/entry.ts'
import { type Packing, pack } from './pack.ts'
import type { ReadChunks } from './read-chunks.ts'

/** What the browser's sync holds at most, in bytes: as both browsers have it. */
export interface SyncLimits {
  total: number
  item: number
}

/** What is to be written, and what the browser's sync then holds. */
export interface SyncPlan {
  /** To be written in one go, so that it is all there or as before. */
  writes: Record<string, string>
  /** Chunks that are empty by then, and are to be taken away. */
  removals: string[]
  bytes: number
  papers: number
  /** Papers that do not fit, those saved longest ago. */
  papersLeftOut: number
  /** Notes that do not fit, of the papers that do. */
  notesLeftOut: number
}

/** Room for what another machine may write at the same time. */
const reserveBytes = 1024
/** What is full to this share is full enough. */
const fullShare = 0.98
const longNote = 1000

/**
 * How a library is to lie in the browser's sync, beside what lies there. When it does not fit:
 * what was let go goes first (it is small, and without it a machine that still has such a paper
 * would bring it back), then papers with their notes, the last saved first, and at last the notes
 * of more than a thousand characters.
 */
export async function planChunks(
  library: readonly LibraryEntry[],
  read: ReadChunks,
  limits: SyncLimits,
): Promise<SyncPlan> {
  const room = limits.total - read.otherBytes - reserveBytes
  const steps = inOrderOfWorth(library)
  const held = heldOfFull(steps, read, room)
  if (held !== undefined) return toPlan(asItLies(read), read, steps, held)
  const whole = await pack(library, read, limits.item, false)
  if (whole.bytes <= room) return toPlan(whole, read, steps, steps.length)
  const [most, packing] = await packMost(steps, read, limits.item, room, whole.bytes)
  return toPlan(packing, read, steps, most)
}

/** The most steps that fit, near enough: what they take grows nearly evenly with their number. */
async function packMost(
  steps: readonly Step[],
  read: ReadChunks,
  itemLimit: number,
  room: number,
  wholeBytes: number,
): Promise<[number, Packing]> {
  let [fits, tooMany] = [0, steps.length]
  let tooManyBytes = wholeBytes
  let best = await pack([], read, itemLimit, true)
  while (tooMany - fits > 1 && best.bytes < room * fullShare) {
    const share = (room * 0.995 - best.bytes) / (tooManyBytes - best.bytes)
    const guess = fits + Math.floor((tooMany - fits) * share)
    const count = Math.min(Math.max(guess, fits + 1), tooMany - 1)
    const packing = await pack(firstSteps(steps, count), read, itemLimit, true)
    if (packing.bytes <= room) [fits, best] = [count, packing]
    else [tooMany, tooManyBytes] = [count, packing.bytes]
  }
  return [fits, best]
}

/**
 * How many steps lie there when it is full of just those that are worth most. Then nothing is to
 * be done: to shift the border by a paper or two would be written, and sent, for nothing.
 */
function heldOfFull(steps: readonly Step[], read: ReadChunks, room: number): number | undefined {
  const bytes = read.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0)
  if (bytes > room || bytes < room * (fullShare - 0.01)) return undefined
  const isHeld = steps.map(({ entry, part }) =>
    knowsAll(read.known.get(entry.id), part === 'paper' ? withoutNote(entry) : entry),
  )
  const first = isHeld.indexOf(false)
  return first > 0 && isHeld.lastIndexOf(true) < first ? first : undefined
}

function asItLies(read: ReadChunks): Packing {
  return {
    items: new Map(read.chunks.map(({ key }) => [key, undefined])),
    bytes: read.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0),
    longNotes: 0,
    longPapers: 0,
  }
}

interface Step {
  entry: LibraryEntry
  /** A paper with its note or without, or such a note after it. */
  part: 'all' | 'paper' | 'note'
}

function inOrderOfWorth(library: readonly LibraryEntry[]): Step[] {
  const stamp = (entry: LibraryEntry) => entry.saved?.stamp ?? latestStamp(entry) ?? ''
  const byTime = [...library].sort(
    (a, b) => Number(isKept(a)) - Number(isKept(b)) || (stamp(a) < stamp(b) ? 1 : -1),
  )
  const isLong = ({ note }: LibraryEntry) => (note?.value.length ?? 0) > longNote
  return [
    ...byTime.map((entry) => ({
      entry,
      part: isLong(entry) ? ('paper' as const) : ('all' as const),
    })),
    ...byTime.filter(isLong).map((entry) => ({ entry, part: 'note' as const })),
  ]
}

function firstSteps(steps: readonly Step[], count: number): LibraryEntry[] {
  const chosen = new Map<string, LibraryEntry>()
  for (const { entry, part } of steps.slice(0, count)) {
    chosen.set(entry.id, part === 'paper' ? withoutNote(entry) : entry)
  }
  return [...chosen.values()]
}

function withoutNote({ note: _note, ...others }: LibraryEntry): LibraryEntry {
  return others
}

function toPlan(
  { items, bytes, longNotes, longPapers }: Packing,
  read: ReadChunks,
  steps: readonly Step[],
  held: number,
): SyncPlan {
  const written = [...items].filter((item): item is [string, string] => item[1] !== undefined)
  const removals = read.chunks.map(({ key }) => key).filter((key) => !items.has(key))
  const isPaper = ({ entry, part }: Step) => part !== 'note' && isKept(entry)
  const papersLeftOut = steps.slice(held).filter(isPaper).length + longPapers
  return {
    // Emptied in the same write: taken away before, it might be missed; after, it might not fit.
    writes: Object.fromEntries([...written, ...removals.map((key) => [key, ''])]),
    removals,
    bytes: bytes + read.otherBytes,
    papers: steps.filter(isPaper).length - papersLeftOut,
    papersLeftOut,
    notesLeftOut: longNotes + steps.slice(held).filter(({ part }) => part === 'note').length,
  }
}
