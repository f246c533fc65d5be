import { knowsAll, type LibraryEntry } from '../../library/merge/entry.ts'
import { encodeChunk } from './chunk.ts'
import { rankOf } from './ids.ts'
import { type Chunk, chunkKey, itemBytes, type ReadChunks } from './read-chunks.ts'

/** Chunks as they are to lie: text to be written, or undefined for one that stays as it is. */
export interface Packing {
  items: Map<string, string | undefined>
  bytes: number
  /** Notes that are too long for any chunk, which is packed without them. */
  longNotes: number
  /** Papers that are too long for any chunk, for their tags. */
  longPapers: number
}

/** What the smallest entries take: papers saved or let go by the hundred at one time. */
const fewBytes = 6

/**
 * Puts entries into chunks of at most `itemLimit` bytes: where there is a chunk for their ranks,
 * into that one, which is split in two when it is too full. A chunk that says all of it already
 * stays as it is; with `isTight` only if it says nothing else.
 */
export async function pack(
  entries: readonly LibraryEntry[],
  read: ReadChunks,
  itemLimit: number,
  isTight: boolean,
): Promise<Packing> {
  const packing: Packing = { items: new Map(), bytes: 0, longNotes: 0, longPapers: 0 }
  const taken = new Set(read.unreadable)
  for (const { key } of read.chunks) taken.add(key)

  for (const group of groupByChunk(entries, read.chunks, taken)) {
    const { chunk } = group
    if (chunk && saysAll(chunk, group.entries) && !(isTight && hasMore(chunk, group.entries))) {
      packing.items.set(chunk.key, undefined)
      packing.bytes += chunk.bytes
    } else if (group.entries.length > 0) await put(group.key, group.entries)
  }
  return packing

  async function put(key: string, entries: readonly LibraryEntry[]): Promise<void> {
    // Far more than ever fits is halved unseen.
    if (entries.length * fewBytes <= itemLimit) {
      const text = await encodeChunk(entries)
      const bytes = text === undefined ? Number.POSITIVE_INFINITY : itemBytes(key, text)
      if (bytes <= itemLimit) {
        packing.items.set(key, text)
        packing.bytes += bytes
        return
      }
    }
    const [first] = entries
    if (entries.length === 1 && first) {
      const { note, ...others } = first
      // One that is too long even without its note, for its tags, is left out: the others go on.
      if (note) {
        packing.longNotes++
        return put(key, [others])
      }
      packing.longPapers++
      return
    }
    const half = Math.ceil(entries.length / 2)
    await put(key, entries.slice(0, half))
    const second = entries.slice(half)
    await put(freeKey(rankOf(second[0]?.id ?? ''), taken), second)
  }
}

interface Group {
  key: string
  chunk?: Chunk
  entries: LibraryEntry[]
}

/** The entries in the order of their ranks, those of each chunk together. */
function groupByChunk(
  entries: readonly LibraryEntry[],
  chunks: readonly Chunk[],
  taken: Set<string>,
): Group[] {
  const groups: (Group & { start: number })[] = chunks.map((chunk) => ({
    ...{ key: chunk.key, start: chunk.start, chunk, entries: [] },
  }))
  if (groups[0]?.start !== 0) groups.unshift({ key: freeKey(0, taken), start: 0, entries: [] })
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry.id) }))
  ranked.sort((a, b) => a.rank - b.rank || (a.entry.id < b.entry.id ? -1 : 1))
  let at = 0
  for (const { entry, rank } of ranked) {
    while (groups[at + 1] && (groups[at + 1]?.start ?? 0) <= rank) at++
    groups[at]?.entries.push(entry)
  }
  return groups
}

function saysAll(chunk: Chunk, entries: readonly LibraryEntry[]): boolean {
  return entries.every((entry) => knowsAll(chunk.entries.get(entry.id), entry))
}

/** True for a chunk of which a part is to be left out. */
function hasMore(chunk: Chunk, entries: readonly LibraryEntry[]): boolean {
  const wanted = new Map(entries.map((entry) => [entry.id, entry]))
  return [...chunk.entries.values()].some((entry) => {
    const other = wanted.get(entry.id)
    return !other || (entry.note !== undefined && other.note === undefined)
  })
}

/** A key that nothing lies under: what cannot be read keeps its own. */
function freeKey(start: number, taken: Set<string>): string {
  let key = chunkKey(start)
  while (taken.has(key)) key += '!'
  taken.add(key)
  return key
}
