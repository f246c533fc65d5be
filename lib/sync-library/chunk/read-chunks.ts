import { type LibraryEntry, mergeEntries } from '../../library/merge/entry.ts'
import { decodeChunk } from './chunk.ts'

/** What lies in the browser's sync, by key. */
export type SyncItems = Readonly<Record<string, unknown>>

/** One readable chunk. It holds entries from the rank in its key to that of the next. */
export interface Chunk {
  key: string
  start: number
  entries: ReadonlyMap<string, LibraryEntry>
  bytes: number
}

export interface ReadChunks {
  chunks: Chunk[]
  /** What all of them say together. */
  known: ReadonlyMap<string, LibraryEntry>
  /** Keys of ours that hold what cannot be read: damaged, or of a Paperboy yet to come. */
  unreadable: string[]
  /** What is taken by all but the readable chunks. */
  otherBytes: number
}

// The format's number is in the key, so that no Paperboy ever writes over what a newer one wrote.
const keyPattern = /^p(\d+)\.([\da-z]+)!*$/
const format = 1

export function chunkKey(start: number): string {
  return `p${format}.${start.toString(36)}`
}

/** True of what this Paperboy or a later one wrote of the library. */
export function isChunkKey(key: string): boolean {
  return keyPattern.test(key)
}

/** The size of an item as browsers count it: its key, and its value as JSON in UTF-8. */
export function itemBytes(key: string, value: unknown): number {
  return new TextEncoder().encode(key + (JSON.stringify(value) ?? '')).length
}

/** Reads every chunk there is. What is not ours is only counted; nothing is ever an error. */
export async function readChunks(items: SyncItems): Promise<ReadChunks> {
  const chunks: Chunk[] = []
  const unreadable: string[] = []
  const known = new Map<string, LibraryEntry>()
  let otherBytes = 0
  for (const [key, value] of Object.entries(items)) {
    const [, number, start] = keyPattern.exec(key) ?? []
    const bytes = itemBytes(key, value)
    const entries = Number(number) === format ? await tryDecode(value) : undefined
    if (entries) {
      const byId = new Map(entries.map((entry) => [entry.id, entry]))
      chunks.push({ key, start: Number.parseInt(start ?? '0', 36), entries: byId, bytes })
      for (const entry of entries) {
        const other = known.get(entry.id)
        known.set(entry.id, other ? mergeEntries(other, entry) : entry)
      }
    } else {
      otherBytes += bytes
      if (number) unreadable.push(key)
    }
  }
  chunks.sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1))
  return { chunks, known, unreadable, otherBytes }
}

async function tryDecode(value: unknown): Promise<LibraryEntry[] | undefined> {
  if (typeof value !== 'string') return undefined
  // An empty one is what is left between the write that empties a chunk and its removal.
  if (value === '') return []
  return decodeChunk(value).catch(() => undefined)
}
