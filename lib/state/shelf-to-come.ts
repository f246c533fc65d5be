import { type Signal, signal } from '@preact/signals'
import { nothingSelected } from '../model/selection.ts'
import type { ShelfRow } from '../model/shelf.ts'
import type { Shelf } from './shelf.ts'

/**
 * The shelf with its first rows, until the database is open: what is asked of it meanwhile is
 * done by the one that takes its place in `shelf`.
 */
export function shelfToCome(first: readonly ShelfRow[], shelf: Signal<Shelf | undefined>): Shelf {
  const toCome: Shelf = {
    rows: signal(new Map(first.map((row) => [row.id, row]))),
    selection: signal(nothingSelected),
    tags: signal([]),
    statuses: signal(undefined),
    show: (ids) => void open.then((shelf) => shelf.show(ids)),
    setStatus: async (...ask) => (await open).setStatus(...ask),
    changeTags: async (...ask) => (await open).changeTags(...ask),
    tagsAmong: async (...ask) => (await open).tagsAmong(...ask),
    setNote: async (...ask) => (await open).setNote(...ask),
    keepDraft: (...ask) => void open.then((shelf) => shelf.keepDraft(...ask)),
    release: async (...ask) => (await open).release(...ask),
    restore: async (...ask) => (await open).restore(...ask),
    deleteForGood: async (...ask) => (await open).deleteForGood(...ask),
  }
  const open = new Promise<Shelf>((resolve) => {
    const stop = shelf.subscribe((value) => {
      if (!value || value === toCome) return
      resolve(value)
      queueMicrotask(() => stop())
    })
  })
  return toCome
}
