import type { KeepActions } from '@/components/shelf/ShelfArticle.tsx'
import type { Shelf } from '@/lib/state/shelf.ts'

/** What can be done with one saved paper. */
export function keepActions(shelf: Shelf): KeepActions {
  return {
    onStatus: (id, status) => shelf.setStatus([id], status),
    onTags: (id, change) => shelf.changeTags([id], change),
    onTypeNote: (id, text, base) => shelf.keepDraft(id, text, base),
    onNote: (id, text) => shelf.setNote(id, text),
  }
}
