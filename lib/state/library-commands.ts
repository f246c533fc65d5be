import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { releasedSince } from '../db/saved.ts'
import { openPaper, setSaved, undoForMs, undoUnsave } from '../library/save.ts'
import type { ReleasedPaper } from '../model/saved-paper.ts'

/** What a reader can do with a paper wherever one is listed. */
export interface LibraryCommands {
  setSaved(id: string, isSaved: boolean): Promise<void>
  /** Puts the paper let go last back as it was. */
  undo(): Promise<void>
  /** Offers nothing back any more on this page. */
  dismissUndo(): void
  markOpened(id: string): Promise<void>
}

/**
 * The commands of a page. `released` is kept at what can be put back, wherever it was let go,
 * the last one last; `fail` says what went wrong.
 */
export function libraryCommands(
  db: Database,
  released: Signal<readonly ReleasedPaper[]>,
  fail: (error: unknown) => void,
): LibraryCommands {
  let dismissedAt = 0
  watchQuery(
    () => releasedSince(db, Math.max(dismissedAt, Date.now() - undoForMs)),
    (papers) => {
      released.value = papers
    },
    fail,
  )
  return {
    setSaved: (id, isSaved) => setSaved(db, id, isSaved).catch(fail),
    undo: () => undoUnsave(db).catch(fail),
    dismissUndo() {
      dismissedAt = Date.now()
      released.value = []
    },
    markOpened: (id) => openPaper(db, id).catch(fail),
  }
}
