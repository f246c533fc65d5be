import { type ComponentChild, render } from 'preact'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { type LocalStore, readLocal, watchLocal } from '@/lib/local-store.ts'
import { toTree } from './dom-tree.ts'
import { drawnOf, type Facts, type PaintCopy, paintCopyKeys } from './first-paint.ts'
import { shownTexts } from './shown-texts.ts'

/** How the first paint of a page is drawn before anyone opens it. */
export interface Ahead {
  page: keyof typeof paintCopyKeys
  title: string
  /** What of `storage.local` tells whether a copy is true, as public/first-paint.js takes it. */
  facts(local: Partial<LocalStore>): Facts
  /** What it first shows; undefined when that would have to wait for the database. */
  draw(local: Partial<LocalStore>, now: Date): ComponentChild
  /** The instant (ms) from which other words are right, whatever is stored. */
  trueUntil(local: Partial<LocalStore>, now: Date): number
}

/** On a machine at work a page may never be called idle; the next new tab opens all the same. */
const idleTimeoutMs = 2_000

/**
 * Keeps the next first paint of pages ready, from now on; it is made while nothing else is done.
 * One that is missed is laid at once: who opens tab after tab may close this one before it is idle.
 */
export function keepLaidAhead(pages: readonly Ahead[], missed?: Ahead): void {
  let idle = 0
  const layAheadSoon = () => {
    cancelIdleCallback(idle)
    idle = requestIdleCallback(
      async () => {
        for (const page of pages) await layAhead(page, new Date())
      },
      { timeout: idleTimeoutMs },
    )
  }
  if (missed) layAhead(missed, new Date()).then(layAheadSoon)
  else layAheadSoon()
  watchLocal('frontPage', layAheadSoon)
  watchLocal('settings', layAheadSoon)
  // The end of the visit moves with every look.
  watchLocal('visit', layAheadSoon)
}

/**
 * Lays one ahead, drawn of what is stored, or of `known` where a page cannot read that itself. One
 * page after the other, so that of many only the first has to draw. Never rejects.
 */
export function layAhead(page: Ahead, now: Date, known?: Partial<LocalStore>): Promise<void> {
  const laid = navigator.locks.request('paperboy-first-paint', async () => {
    const key = paintCopyKeys[page.page]
    const local = known ?? (await readLocal(...drawnOf))
    const of = firstPaint.of(page.facts(local))
    const before = laidBefore(key)
    // First, because there may be no room for the next.
    if (before && before.of !== of) localStorage.removeItem(key)
    await loadTexFor(shownTexts(local.frontPage))
    const copy =
      before?.of === of
        ? { ...before, until: page.trueUntil(local, now) }
        : drawAhead(page, local, now)
    if (!copy) return
    // Of another page, a copy may be true just as long.
    const isOld = before?.of !== of || before.until !== copy.until
    if (isOld) localStorage.setItem(key, JSON.stringify(copy))
  })
  return laid.catch(forget)
}

/** What lies there; null for nothing, and for what cannot be read. */
function laidBefore(key: string): PaintCopy | null {
  const text = localStorage.getItem(key)
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** Draws what a page would first show; undefined when that would have to wait for the database. */
export function drawAhead(
  page: Ahead,
  local: Partial<LocalStore>,
  now: Date,
): PaintCopy | undefined {
  const view = page.draw(local, now)
  if (!view) return undefined
  const place = document.createElement('div')
  render(view, place)
  const [drawn] = place.children
  const { lang, dir } = document.documentElement
  const { reader } = firstPaint
  const of = firstPaint.of(page.facts(local))
  const words = { reader, lang, dir, title: page.title }
  const copy = drawn && {
    ...{ of, until: page.trueUntil(local, now), ...words },
    tree: toTree(drawn),
  }
  render(null, place)
  return copy
}

/** The next page is painted a little later, that is all. */
function forget(error: unknown): void {
  console.warn('Paperboy could not lay a first paint ahead:', error)
}
