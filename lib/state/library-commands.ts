import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { lastRelease } from '../db/released.ts'
import { offerUndoForMs, openPaper, setSaved, undoRelease } from '../library/save.ts'
import type { Release } from '../model/saved-paper.ts'

/** What a reader can do with a paper wherever one is listed. */
export interface LibraryCommands {
  setSaved(id: string, isSaved: boolean): Promise<void>
  /** Puts all that was let go last back as it was. */
  undo(): Promise<void>
  /** Offers nothing back any more on this page. */
  dismissUndo(): void
  markOpened(id: string): Promise<void>
}

/**
 * The commands of a page. `released` is kept at what was let go last, wherever that was, while
 * it is offered back; `fail` says what went wrong.
 */
export function libraryCommands(
  db: Database,
  released: Signal<Release | undefined>,
  fail: (error: unknown) => void,
): LibraryCommands {
  let dismissedAt = 0
  let over: ReturnType<typeof setTimeout> | undefined
  const dismissUndo = () => {
    dismissedAt = Date.now()
    released.value = undefined
  }
  watchQuery(
    () => lastRelease(db, Math.max(dismissedAt, Date.now() - offerUndoForMs)),
    (last) => {
      released.value = last
      clearTimeout(over)
      if (last) over = setTimeout(dismissUndo, last.releasedAt + offerUndoForMs - Date.now())
    },
    fail,
  )
  return {
    setSaved: (id, isSaved) => setSaved(db, id, isSaved).catch(fail),
    undo: () => undoRelease(db).catch(fail),
    dismissUndo,
    markOpened: (id) => openPaper(db, id).catch(fail),
  }
}
