import type { Database } from '../../db/database.ts'
import { nameOfId } from '../../model/paper-id.ts'
import type { ReadingStatus } from '../../model/saved-paper.ts'
import type { BackupRest, UnreadableEntry } from './imported-entry.ts'
import { additionsTo } from './merge-entry.ts'
import type { ReadFile } from './read-all.ts'
import type { FormatName } from './recognise.ts'

/** A paper of the file, beside what is kept here. */
export interface PreviewItem {
  id: string
  line: number
  title: string
  /** Tags it brings. */
  tags: string[]
  /** It brings a note, or more of one. */
  hasNote: boolean
  /** How far the reader had come by the file, where that is another than here. What is here stays. */
  otherStatus?: ReadingStatus
}

/** What bringing a file in would do; nothing of it is done yet. */
export interface Preview {
  format: FormatName
  fresh: PreviewItem[]
  /** Kept here, and the file has tags or a note besides. */
  changed: PreviewItem[]
  /** Kept here, and nothing is added, but the file has another status. */
  differing: PreviewItem[]
  /** Kept here with all that the file says. */
  same: PreviewItem[]
  unreadable: UnreadableEntry[]
  repeated: number
  /** How many of the new ones were let go here before. */
  letGo: number
  /** Of a backup: papers of its bin that would come into the bin here. */
  bin: number
  damage?: string
  /** Of a backup: when it was made (ms). */
  madeAt?: number
  settings?: BackupRest['settings']
}

const idsARead = 500

export async function previewOf(db: Database, file: ReadFile): Promise<Preview> {
  const { format, entries, unreadable, repeated, rest } = file
  const lists = emptyLists()
  let letGo = 0
  for (let i = 0; i < entries.length; i += idsARead) {
    const batch = entries.slice(i, i + idsARead)
    const ids = batch.map(({ id }) => id)
    const [saved, tombstones] = await Promise.all([
      db.saved.bulkGet(ids),
      db.tombstones.bulkGet(ids),
    ])
    for (const [j, entry] of batch.entries()) {
      const known = saved[j]
      const added = additionsTo(known ?? { tags: [] }, entry)
      const otherStatus = known && entry.status !== known.status ? entry.status : undefined
      const kept = added ? lists.changed : otherStatus ? lists.differing : lists.same
      const list = known ? kept : lists.fresh
      list.push({
        id: entry.id,
        line: entry.line,
        title: known?.record.title ?? entry.title ?? nameOfId(entry.id),
        tags: added?.tags ?? [],
        hasNote: added?.note !== undefined,
        ...(otherStatus && { otherStatus }),
      })
      if (!known && tombstones[j]) letGo++
    }
  }
  const { damage, madeAt, settings } = rest ?? {}
  return {
    format,
    ...lists,
    unreadable,
    repeated,
    letGo,
    bin: await missingFromBin(db, rest),
    damage,
    madeAt,
    settings,
  }
}

function emptyLists(): Pick<Preview, 'fresh' | 'changed' | 'differing' | 'same'> {
  return { fresh: [], changed: [], differing: [], same: [] }
}

async function missingFromBin(db: Database, rest: BackupRest | undefined): Promise<number> {
  const ids = rest?.bin.map(({ id }) => id) ?? []
  const [saved, released] = await Promise.all([db.saved.bulkGet(ids), db.released.bulkGet(ids)])
  return ids.filter((_, i) => !saved[i] && !released[i]).length
}
