import { computed, effect, type Signal, signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchParts, watchQuery } from '../db/live.ts'
import { deleteForGood } from '../db/released.ts'
import { changeTags, setStatus } from '../db/saved-parts.ts'
import { binRows, shelfRows, statusCounts, tagCounts, tagsAmong } from '../db/shelf.ts'
import { release, restore } from '../library/keep.ts'
import { draftIsLeftAfterMs, keepDraft, recoverDrafts, writeNote } from '../library/note-drafts.ts'
import type { Route } from '../model/route.ts'
import type { ReadingStatus } from '../model/saved-paper.ts'
import { keepSelected, nothingSelected, type Selection } from '../model/selection.ts'
import type { ShelfRow, TagCount } from '../model/shelf.ts'
import { shown } from './drawn.ts'
import type { PageContent } from './page-content.ts'

/** The model of the saved papers and the bin, and what can be done with them. */
export interface Shelf {
  /** The rows near the window, by id, as they are read. */
  rows: Signal<ReadonlyMap<string, ShelfRow>>
  selection: Signal<Selection>
  /** The tags in use. */
  tags: Signal<readonly TagCount[]>
  statuses: Signal<Record<ReadingStatus, number> | undefined>
  /** Reads the rows of these papers, and keeps them true. */
  show(ids: readonly string[]): void
  setStatus(ids: readonly string[], status: ReadingStatus): Promise<void>
  changeTags(
    ids: readonly string[],
    change: { add?: readonly string[]; remove?: readonly string[] },
  ): Promise<void>
  /** The tags that some of the papers have. */
  tagsAmong(ids: readonly string[]): Promise<TagCount[]>
  setNote(id: string, text: string): Promise<void>
  /** Remembers what is typed until it is set; `base` is the note that it was begun with. */
  keepDraft(id: string, text: string, base: string): void
  release(ids: readonly string[]): Promise<void>
  restore(ids: readonly string[]): Promise<void>
  deleteForGood(ids: readonly string[]): Promise<void>
}

/** Rows kept of those that have left the window, for when one scrolls back. */
const rowsKept = 400

/** Keeps the shelf true while one of its routes is shown; `fail` says what went wrong. */
export function connectShelf(
  db: Database,
  page: { route: Signal<Route>; content: Signal<PageContent>; shelf: Signal<Shelf | undefined> },
  fail: (error: unknown) => void,
): Shelf {
  // What stood in for it until now may be on the page already.
  const before = page.shelf.peek()
  const rows: Shelf['rows'] = before?.rows ?? signal(new Map())
  const selection = before?.selection ?? signal(nothingSelected)
  const tags: Shelf['tags'] = before?.tags ?? signal([])
  const statuses: Shelf['statuses'] = before?.statuses ?? signal(undefined)
  const wanted = signal<{ isBin: boolean; ids: readonly string[] }>({ isBin: false, ids: [] })

  effect(() => {
    const { isBin, ids } = wanted.value
    if (ids.length === 0) return
    return watchQuery(
      () => (isBin ? binRows : shelfRows)(db, ids),
      (read) => {
        const known = [...rows.peek()].slice(-rowsKept)
        const gone = new Set(ids)
        rows.value = new Map([
          ...known.filter(([id]) => !gone.has(id)),
          ...read.map((row) => [row.id, row] as const),
        ])
      },
      fail,
    )
  })
  // The first rows come with their ids, before any other is known.
  effect(() => {
    const content = page.content.value
    if (content.state !== 'shelf' || !content.first) return
    rows.value = new Map(content.first.map((row) => [row.id, row]))
  })
  // What is not shown any more is not selected either.
  effect(() => {
    const content = page.content.value
    const isListed = content.state === 'shelf' || content.state === 'bin'
    selection.value = keepSelected(selection.peek(), isListed ? content.ids : [])
  })
  // Counting is slow among thousands: what is to be seen first comes first.
  const isDrawn = computed(() => {
    const content = page.content.value
    return rows.value.size > 0 && !(content.state === 'shelf' && content.first)
  })
  const usesTags = computed(() => {
    const { view } = page.route.value
    return view === 'paper' || (view === 'saved' && isDrawn.value)
  })
  const usesStatuses = computed(() => page.route.value.view === 'saved' && isDrawn.value)
  effect(() => {
    if (!usesTags.value) return
    return watchParts(
      db,
      ['saved/tags', 'saved/:dels'],
      () => tagCounts(db),
      (counts) => {
        tags.value = counts
      },
      fail,
    )
  })
  effect(() => {
    if (!usesStatuses.value) return
    return watchParts(
      db,
      ['saved/status', 'saved/:dels'],
      () => statusCounts(db),
      (counts) => {
        statuses.value = counts
      },
      fail,
    )
  })
  // Soon, and again and again for what a page leaves that is closed while this one is open.
  const recover = () => recoverDrafts(db).catch(fail)
  void shown(page).then(recover)
  setInterval(recover, draftIsLeftAfterMs)

  return {
    ...{ rows, selection, tags, statuses },
    show(ids) {
      const isBin = page.content.peek().state === 'bin'
      const { ids: before, isBin: wasBin } = wanted.peek()
      const isSame = isBin === wasBin && ids.length === before.length
      if (isSame && ids.every((id, i) => id === before[i])) return
      if (isBin !== wasBin) rows.value = new Map()
      wanted.value = { isBin, ids }
    },
    setStatus: (ids, status) => setStatus(db, ids, status).catch(fail),
    changeTags: (ids, change) => changeTags(db, ids, change).catch(fail),
    tagsAmong: (ids) => tagsAmong(db, ids),
    setNote: (id, text) => writeNote(db, id, text).catch(fail),
    keepDraft,
    release: (ids) => release(db, ids).catch(fail),
    restore: (ids) => restore(db, ids).catch(fail),
    deleteForGood: (ids) => deleteForGood(db, ids).catch(fail),
  }
}
