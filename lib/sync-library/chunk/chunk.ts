import type { LibraryEntry } from '../../library/merge/entry.ts'
import type { ReadingStatus, SavedFrom } from '../../model/saved-paper.ts'
import { readStamp } from '../../model/stamp.ts'
import { isTime } from '../../model/time.ts'
import { ByteSource, NumberColumn, NumberReader, writeNumber } from './columns.ts'
import { compress, decompress } from './deflate.ts'
import { packId, unpackId } from './ids.ts'
import { StampColumns, StampReader } from './stamps.ts'
import { fromText91, toText91 } from './text91.ts'

// A chunk, unfolded: what text there is as one JSON list, then a column for each kind of number.
// Entries stand in the order of their ids. What a bit of the flags says is fixed for the format.
const statuses: readonly ReadingStatus[] = ['to-read', 'reading', 'read']
const places: readonly SavedFrom[] = ['paperboy', 'page', 'link', 'import', 'sync']
const hasSaved = 1
const hasReleased = 2
const hasNote = 4
const statusScale = 8
const placeScale = 32

/** More than the fullest chunk unfolds to: a note of words repeated folds well. */
const maxBytes = 4 * 1024 * 1024

interface Texts {
  machines: string[]
  tags: string[]
  notes: string[]
  /** Ids that are not arXiv's. */
  ids: string[]
}

/**
 * Entries as text that JSON writes as it is, a byte a character. Undefined for more than a chunk
 * may unfold to: it would never be read again.
 */
export async function encodeChunk(entries: readonly LibraryEntry[]): Promise<string | undefined> {
  const texts: Texts = { machines: [''], tags: [], notes: [], ids: [] }
  const [ids, flags, tags] = [new NumberColumn(), new NumberColumn(), new NumberColumn()]
  const savedAts = new NumberColumn()
  const stamps = new StampColumns(texts.machines)
  const tagIndex = new Map<string, number>()
  let lastId = 0
  for (const entry of inOrder(entries)) {
    const id = packId(entry.id)
    // Arxiv's come first and grow; 0 says that the next of the others follows.
    if (id === undefined) texts.ids.push(entry.id)
    ids.push(id === undefined ? 0 : id - lastId)
    lastId = id ?? lastId
    flags.push(flagsOf(entry))
    const { saved, released, status, note } = entry
    const first = saved?.stamp ?? released
    if (saved) savedAts.pushSigned(Math.round(saved.value.at) - stamps.push(saved.stamp))
    if (released !== undefined) stamps.push(released)
    if (status) stamps.push(status.stamp)
    if (note) {
      stamps.push(note.stamp)
      texts.notes.push(note.value)
    }
    tags.push(entry.tags.size)
    for (const [tag, { stamp, value }] of entry.tags) {
      const index = tagIndex.get(tag) ?? texts.tags.push(tag) - 1
      tagIndex.set(tag, index)
      tags.push(index * 2 + (value ? 1 : 0))
      stamps.push(stamp)
    }
    stamps.goOnFrom(first)
  }
  const text = new TextEncoder().encode(
    JSON.stringify([texts.machines, texts.tags, texts.notes, texts.ids]),
  )
  if (text.length > maxBytes / 2) return undefined
  const bytes: number[] = []
  writeNumber(bytes, entries.length)
  writeNumber(bytes, text.length)
  for (const byte of text) bytes.push(byte)
  for (const column of [ids, flags, tags, savedAts, stamps]) column.write(bytes)
  if (bytes.length > maxBytes) return undefined
  return toText91(await compress(Uint8Array.from(bytes), 'deflate'))
}

/** The entries of a chunk. Rejects when it is damaged, cut, or no chunk at all. */
export async function decodeChunk(text: string): Promise<LibraryEntry[]> {
  const from = new ByteSource(await decompress(fromText91(text), 'deflate', maxBytes))
  const count = from.number()
  const texts = readTexts(from.take(from.number()))
  const [ids, flags, tags, savedAts] = [
    new NumberReader(from),
    new NumberReader(from),
    new NumberReader(from),
    new NumberReader(from),
  ]
  const stamps = new StampReader(from, texts.machines)
  let lastId = 0
  const nextId = (): string => {
    const step = ids.pull()
    if (step === 0) return next(texts.ids)
    lastId += step
    return unpackId(lastId)
  }
  return Array.from({ length: count }, () => {
    const entry: LibraryEntry = { id: nextId(), tags: new Map() }
    const bits = flags.pull()
    const status = statuses[(Math.floor(bits / statusScale) % 4) - 1]
    const from = places[Math.floor(bits / placeScale) - 1]
    if (bits & hasSaved) {
      const stamp = stamps.pull()
      const at = readStamp(stamp).ms + savedAts.pullSigned()
      if (!isTime(at)) throw new RangeError('A time is out of all time.')
      entry.saved = { stamp, value: { at, ...(from && { from }) } }
    }
    if (bits & hasReleased) entry.released = stamps.pull()
    if (status) entry.status = { stamp: stamps.pull(), value: status }
    if (bits & hasNote) entry.note = { stamp: stamps.pull(), value: next(texts.notes) }
    entry.tags = new Map(
      Array.from({ length: tags.pull() }, () => {
        const code = tags.pull()
        const tag = texts.tags[Math.floor(code / 2)]
        if (tag === undefined) throw new RangeError('A tag has no name.')
        return [tag, { stamp: stamps.pull(), value: code % 2 === 1 }]
      }),
    )
    stamps.goOnFrom(entry.saved?.stamp ?? entry.released)
    return entry
  })
}

function flagsOf({ saved, released, status, note }: LibraryEntry): number {
  return (
    (saved ? hasSaved : 0) +
    (released === undefined ? 0 : hasReleased) +
    (note ? hasNote : 0) +
    (status ? statuses.indexOf(status.value) + 1 : 0) * statusScale +
    (saved?.value.from ? places.indexOf(saved.value.from) + 1 : 0) * placeScale
  )
}

/** By id, so that what lies side by side is like; those that are not arXiv's last. */
function inOrder(entries: readonly LibraryEntry[]): LibraryEntry[] {
  const rank = ({ id }: LibraryEntry) => packId(id) ?? Number.POSITIVE_INFINITY
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

function readTexts(bytes: Uint8Array): Texts {
  const lists: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  const isRight =
    Array.isArray(lists) &&
    lists.length === 4 &&
    lists.every(
      (list) => Array.isArray(list) && list.every((each: unknown) => typeof each === 'string'),
    )
  if (!isRight) throw new TypeError('Its texts are not where they should be.')
  const [machines = [], tags = [], notes = [], ids = []] = lists as string[][]
  return { machines, tags, notes: [...notes], ids: [...ids] }
}

function next(texts: string[]): string {
  const text = texts.shift()
  if (text === undefined) throw new RangeError('A text is missing.')
  return text
}
