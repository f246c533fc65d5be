import { type ComponentChild, render } from 'preact'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { t } from '@/lib/i18n.ts'
import { type LocalStore, readLocal, watchLocal } from '@/lib/local-store.ts'
import { closesAt, feedDateAt } from '@/lib/model/feed-date.ts'
import { look, visitEndsAt } from '@/lib/model/visit.ts'
import { createNewTab, type NewTab } from '@/lib/state/new-tab.ts'
import { toTree } from './dom-tree.ts'
import { type PaintCopy, paintCopyKey } from './first-paint.ts'
import { shownTexts } from './shown-texts.ts'

/** The page of a model. It is given, so that this file stays out of the first paint's modules. */
type View = (tab: NewTab) => ComponentChild

/** Keeps the next new tab's first paint ready, from now on; it is made while nothing else is done. */
export function keepLaidAhead(view: View): void {
  let idle = 0
  const layAheadSoon = () => {
    cancelIdleCallback(idle)
    idle = requestIdleCallback(() => layAhead(view, new Date()).catch(forget))
  }
  layAheadSoon()
  watchLocal('frontPage', layAheadSoon)
  watchLocal('settings', layAheadSoon)
  // The end of the visit moves with every look.
  watchLocal('visit', layAheadSoon)
}

/** One page after the other, so that of many only the first has to draw. */
function layAhead(view: View, now: Date): Promise<void> {
  return navigator.locks.request('paperboy-first-paint', async () => {
    const local = await readLocal('frontPage', 'published', 'visit', 'settings')
    const of = firstPaint.of(local)
    const before: PaintCopy | null = JSON.parse(localStorage.getItem(paintCopyKey) ?? 'null')
    // First, because there may be no room for the next.
    if (before && before.of !== of) localStorage.removeItem(paintCopyKey)
    await loadTexFor(shownTexts(local.frontPage))
    const copy =
      before?.of === of
        ? { ...before, until: trueUntil(local, now) }
        : drawAhead(view, local, of, now)
    if (!copy) return
    // Of another page, a copy may be true just as long.
    const isOld = before?.of !== of || before.until !== copy.until
    if (isOld) localStorage.setItem(paintCopyKey, JSON.stringify(copy))
  })
}

/** Draws what a new tab would first show; undefined when it would have to wait for the database. */
export function drawAhead(
  view: View,
  local: Partial<LocalStore>,
  of: string,
  now: Date,
): PaintCopy | undefined {
  const { frontPage, settings } = local
  const visit = look(local.visit, now.getTime())
  const tab = createNewTab({
    ...{ hash: '', now, visit, frontPage, settings },
    endpoint: settings?.endpoint,
  })
  if (tab.content.value.state !== 'papers') return undefined
  const place = document.createElement('div')
  render(view(tab), place)
  const [page] = place.children
  const { lang, dir } = document.documentElement
  const { reader } = firstPaint
  const words = { reader, lang, dir, title: t('page.newTab') }
  const copy = page && { of, until: trueUntil(local, now), ...words, tree: toTree(page) }
  render(null, place)
  return copy
}

/** When the day turns, here or in the feed, or the visit ends: then other words are right. */
function trueUntil({ visit }: Partial<LocalStore>, now: Date): number {
  const midnight = new Date(now).setHours(24, 0, 0, 0)
  const visitEnd = visitEndsAt(visit ?? { lastLookAt: now.getTime() })
  return Math.min(midnight, closesAt(feedDateAt(now)), visitEnd)
}

/** The next tab is painted a little later, that is all. */
function forget(error: unknown): void {
  console.warn('Paperboy could not lay the first paint ahead:', error)
}
