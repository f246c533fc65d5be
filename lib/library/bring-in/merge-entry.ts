import { joinNotes } from '../../model/join-notes.ts'
import type { Paper } from '../../model/paper.ts'
import type { SavedPaper } from '../../model/saved-paper.ts'
import type { Stamp } from '../../model/stamp.ts'
import type { ImportedEntry } from './imported-entry.ts'
import { isComplete, recordOf } from './record.ts'

/** What an entry has that a paper kept here has not. */
interface Additions {
  tags: string[]
  /** The whole note, the old one included. */
  note?: string
  /** For a paper that still waited to be looked up. */
  record?: Paper
}

type Kept = Pick<SavedPaper, 'tags' | 'note' | 'pendingSince'>

/** What bringing an entry in would add to a paper that is kept; undefined when that is nothing. */
export function additionsTo(
  saved: Kept,
  entry: Pick<ImportedEntry, 'tags' | 'note'> & Partial<ImportedEntry>,
  now = 0,
): Additions | undefined {
  const note = joinNotes(saved.note, entry.note)
  const tags = entry.tags.filter((tag) => !saved.tags.includes(tag))
  const record = saved.pendingSince === undefined ? undefined : fullRecord(entry, now)
  const isNewNote = note !== undefined && note !== saved.note
  if (tags.length === 0 && !isNewNote && !record) return undefined
  return { tags, ...(isNewNote && { note }), ...(record && { record }) }
}

function fullRecord(entry: Partial<ImportedEntry>, now: number): Paper | undefined {
  if (entry.row) return entry.row.pendingSince === undefined ? entry.row.record : undefined
  const whole = entry as ImportedEntry
  return entry.id !== undefined && isComplete(whole) ? recordOf(whole, now) : undefined
}

/** The paper with what is added to it, each part stamped. */
export function withAdditions(saved: SavedPaper, added: Additions, stamp: Stamp): SavedPaper {
  const { tags, note, record } = added
  const { pendingSince, stamps, ...others } = saved
  const tagStamps = Object.fromEntries(tags.map((tag) => [tag, stamp]))
  return {
    ...others,
    ...(record ? { record } : pendingSince !== undefined && { pendingSince }),
    tags: [...saved.tags, ...tags],
    ...(note !== undefined && { note }),
    stamps: {
      ...stamps,
      ...(tags.length > 0 && { tags: { ...stamps.tags, ...tagStamps } }),
      ...(note !== undefined && { note: stamp }),
    },
  }
}
