import { joinNotes } from '../../model/join-notes.ts'
import type { SavedPaper } from '../../model/saved-paper.ts'
import { takeTurns } from '../turns.ts'
import {
  type BackupRest,
  type ImportedEntry,
  isUnreadable,
  type UnreadableEntry,
} from './imported-entry.ts'
import { additionsTo, withAdditions } from './merge-entry.ts'
import { type FormatName, recognise } from './recognise.ts'

/** A file that was read. */
export interface ReadFile {
  format: FormatName
  /** Each paper once. */
  entries: ImportedEntry[]
  /** How often a paper came again. */
  repeated: number
  unreadable: UnreadableEntry[]
  /** Only of a backup. */
  rest?: BackupRest
}

/**
 * Reads a whole text, with pauses in which the page lives; `onRead` hears how many entries are
 * read. Rejects with the signal's reason once it is aborted.
 */
export async function readAll(
  text: string,
  { onRead, signal }: { onRead?: (count: number) => void; signal?: AbortSignal } = {},
): Promise<ReadFile> {
  const { format, read } = recognise(text)
  const byId = new Map<string, ImportedEntry>()
  const unreadable: UnreadableEntry[] = []
  let repeated = 0
  const turns = takeTurns()
  const items = read(text)
  for (;;) {
    const { done, value } = items.next()
    if (done)
      return {
        format,
        entries: [...byId.values()],
        repeated,
        unreadable,
        ...(value && { rest: value }),
      }
    if (isUnreadable(value)) unreadable.push(value)
    else {
      const known = byId.get(value.id)
      if (known) repeated++
      byId.set(value.id, known ? unite(known, value) : value)
    }
    const turn = turns.next()
    if (turn && (await turn)) {
      onRead?.(byId.size + repeated + unreadable.length)
      signal?.throwIfAborted()
    }
  }
}

/** Two entries of one paper: what the first does not say, the second may. */
function unite(first: ImportedEntry, second: ImportedEntry): ImportedEntry {
  return {
    ...second,
    ...first,
    authors: first.authors.length > 0 ? first.authors : second.authors,
    tags: [...new Set([...first.tags, ...second.tags])],
    note: joinNotes(first.note, second.note),
    ...(first.row && { row: uniteRow(first.row, second) }),
  }
}

function uniteRow(row: SavedPaper, second: ImportedEntry): SavedPaper {
  const added = additionsTo(row, second)
  const { note, saved = row.stamps.saved } = second.row?.stamps ?? {}
  return added ? withAdditions(row, added, note ?? saved) : row
}
