import type { Browser } from 'wxt/browser'
import type { LocalStore } from '@/lib/local-store.ts'
import type { SavedPaper } from '@/lib/model/saved-paper.ts'
import type { DomTree } from './dom-tree.ts'

/** All that a page is drawn from, but the time. */
export interface Facts extends Pick<Partial<LocalStore>, 'visit' | 'settings'> {
  /** The stamp of what it shows. */
  published: string | undefined
}

/** What public/first-paint.js leaves for the modules. */
interface FirstPaint {
  /** What `storage.local` has for the first paint, once the modules may have it. */
  local: Promise<Partial<LocalStore>>
  of(facts: Facts): string
  /** The language of the browser. */
  reader: string
  build(tree: DomTree): Node
  painted(): Promise<unknown>
  /** What was typed into the popup before it had a box. */
  typed: string
  /** The tab in front, where the page is the popup. */
  tab?: Promise<Browser.tabs.Tab | undefined>
  /** The first saved papers, from public/first-rows.js, where the page was opened on them. */
  saved?: Promise<{ saved: SavedPaper; read: unknown }[]>
}

declare global {
  var firstPaint: FirstPaint
}

/** The parts of `storage.local` that first paints are drawn of. */
export const drawnOf = ['frontPage', 'published', 'visit', 'settings'] as const

/** The elements of a page's next first paint, as they lie in `localStorage`. */
export interface PaintCopy {
  /** What they were drawn from. */
  of: string
  /** The instant (ms) from which time alone makes them untrue. */
  until: number
  /** The language that the browser had; that of the texts, and where their lines start. */
  reader: string
  lang: string
  dir: string
  title: string
  tree: DomTree
}

/** Where they lie. */
export const paintCopyKeys = { newtab: 'firstPaint', popup: 'firstPopup' } as const
