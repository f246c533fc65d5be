import type { Database } from '../db/database.ts'
import { keepReleasedMs } from '../db/released.ts'
import { setNote } from '../db/saved-parts.ts'
import { joinNotes } from '../model/join-notes.ts'

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
/** Of each page by itself: two may have the same note open. */
const page = crypto.randomUUID()
const keyOf = (id: string): string => `${prefix}${id}:${page}`
const idOf = (key: string): string => key.slice(prefix.length, key.lastIndexOf(':'))
/** A page that is still open has written its note long before. */
export const draftIsLeftAfterMs = 10_000

export function keepDraft(id: string, text: string, base: string): void {
  const draft: Draft = { text, base, typedAt: Date.now() }
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(draft))
  } catch {
    // Full, or forbidden by the browser: the note is still saved a moment later.
  }
}

/**
 * Writes a note, which is no draft any more; that of a paper let go meanwhile, by another page or
 * machine, stays one.
 */
export async function writeNote(db: Database, id: string, text: string): Promise<void> {
  if (await setNote(db, id, text)) removeDraft(keyOf(id), text)
}

/**
 * Writes the drafts that closed pages left. A note that was changed elsewhere meanwhile is kept,
 * with the draft below it.
 */
export async function recoverDrafts(db: Database, now = Date.now()): Promise<void> {
  for (const key of draftKeys()) {
    const draft = readDraft(key)
    if (draft && now - draft.typedAt < draftIsLeftAfterMs) continue
    const id = idOf(key)
    const isThere = draft && (await recover(db, id, draft))
    // Of a paper in the bin, it waits there for the paper to come back.
    const mayComeBack = now - (draft?.typedAt ?? 0) < keepReleasedMs || (await db.released.get(id))
    if (draft && !isThere && mayComeBack) continue
    removeDraft(key, draft?.text)
  }
}

/** False when the paper is not saved. In one transaction: other pages write, and recover, too. */
function recover(db: Database, id: string, { text, base }: Draft): Promise<boolean> {
  return db.transaction('rw', [db.saved, db.libraryState], async () => {
    const { note = '' } = (await db.saved.get(id)) ?? {}
    return setNote(db, id, note === base.trimEnd() ? text : (joinNotes(note, text) ?? ''))
  })
}

/** Unless more was typed since. */
function removeDraft(key: string, text: string | undefined): void {
  if (readDraft(key)?.text === text) localStorage.removeItem(key)
}

/** The draft typed first comes first. */
function draftKeys(): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    const typedAt = (key: string) => readDraft(key)?.typedAt ?? 0
    return keys.sort((a, b) => typedAt(a) - typedAt(b))
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
