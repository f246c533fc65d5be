import type { Database } from '../db/database.ts'
import { keepReleasedMs } from '../db/released.ts'
import { setNote } from '../db/saved-parts.ts'

/**
 * A note as it was last typed, before it is in the database. A page that is being closed has no
 * time for a transaction, but what lies in `localStorage` was written when the key was pressed.
 */
interface Draft {
  text: string
  /** The note that it was begun with. */
  base: string
  /** ms */
  typedAt: number
}

const prefix = 'note-draft:'
/** A page that is still open has written its note long before. */
export const draftIsLeftAfterMs = 10_000

export function keepDraft(id: string, text: string, base: string): void {
  const draft: Draft = { text, base, typedAt: Date.now() }
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft))
  } catch {
    // Full, or forbidden by the browser: the note is still saved a moment later.
  }
}

/** Writes a note, which is no draft any more. */
export async function writeNote(db: Database, id: string, text: string): Promise<void> {
  await setNote(db, id, text)
  if (readDraft(prefix + id)?.text === text) localStorage.removeItem(prefix + id)
}

/**
 * Writes the drafts that closed pages left. A note that was changed elsewhere meanwhile is kept,
 * with the draft below it.
 */
export async function recoverDrafts(db: Database, now = Date.now()): Promise<void> {
  for (const key of draftKeys()) {
    const draft = readDraft(key)
    if (draft && now - draft.typedAt < draftIsLeftAfterMs) continue
    const saved = draft && (await db.saved.get(key.slice(prefix.length)))
    // Of a paper in the bin, it waits there for the paper to come back.
    if (draft && !saved && now - draft.typedAt < keepReleasedMs) continue
    if (saved) {
      const { id, note = '' } = saved
      const isAsBegun = note === draft.base || note === draft.text.trimEnd()
      await setNote(db, id, isAsBegun ? draft.text : `${note}\n\n${draft.text}`)
    }
    localStorage.removeItem(key)
  }
}

function draftKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

function readDraft(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? '') as Partial<Draft>
    const { text, base = '', typedAt } = draft
    return typeof text === 'string' && typeof typedAt === 'number'
      ? { text, base, typedAt }
      : undefined
  } catch {
    return undefined
  }
}
