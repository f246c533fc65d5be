import '@/components/shelf/shelf.css'
import { LibraryPanel } from '@/components/shelf/LibraryPanel.tsx'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import type { Shelf } from '@/lib/state/shelf.ts'
import { keepActions } from './keep-actions.ts'

/** What the reader made of the paper that is shown, if it is saved. */
export function PaperPanel({ shelf, row }: { shelf: Shelf; row: ShelfRow }) {
  return <LibraryPanel row={row} knownTags={shelf.tags.value} actions={keepActions(shelf)} />
}
