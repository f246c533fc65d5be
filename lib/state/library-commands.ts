import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { openPaper, setSaved, undoUnsave } from '../library/save.ts'
import type { SavedPaper } from '../model/saved-paper.ts'

/** What a reader can do with a paper wherever one is listed. */
export interface LibraryCommands {
  setSaved(id: string, isSaved: boolean): Promise<void>
  /** Puts the paper let go last back as it was. */
  undo(): Promise<void>
  markOpened(id: string): Promise<void>
}

/** The commands of a page; `released` holds what can be undone, last in first out, `fail` says what went wrong. */
export function libraryCommands(
  db: Database,
  released: Signal<readonly SavedPaper[]>,
  fail: (error: unknown) => void,
): LibraryCommands {
  return {
    async setSaved(id, isSaved) {
      const saved = await setSaved(db, id, isSaved).catch(fail)
      if (saved) released.value = [...released.value, saved]
    },
    async undo() {
      const saved = released.value.at(-1)
      released.value = released.value.slice(0, -1)
      if (saved) await undoUnsave(db, saved).catch(fail)
    },
    markOpened: (id) => openPaper(db, id).catch(fail),
  }
}
