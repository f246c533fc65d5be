import { browser } from 'wxt/browser'
import { readLocal, watchLocal } from '@/lib/local-store.ts'
import { drawnOf } from '../first-paint/first-paint.ts'
import { askHiddenPage } from './hidden-page.ts'

/** A sync writes the front page, and so does what it sets off: one time is enough (ms). */
const quietMs = 300
let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Has the first paint of the next new tab laid ahead whenever there is another front page: after a
 * sync that no tab saw, it would show the old one for a moment. To be called when the background
 * starts.
 */
export function keepNextLaidAhead(): void {
  watchLocal('published', (now, before) => {
    if (now?.stamp !== before?.stamp) layNextAheadSoon()
  })
}

/** The same without another front page: a visit may have ended since. An open tab does it itself. */
export function layNextAheadSoon(): void {
  clearTimeout(waiting)
  waiting = setTimeout(() => layNextAhead().catch(forget), quietMs)
}

async function layNextAhead(): Promise<void> {
  if (await isNewTabOpen()) return
  const local = await readLocal(...drawnOf)
  const page = {
    path: 'ahead.html',
    reason: 'LOCAL_STORAGE',
    justification:
      'Draws the papers of the next new tab, and keeps them where it finds them at once.',
  } as const
  await askHiddenPage(page, { type: 'layAhead', local })
}

async function isNewTabOpen(): Promise<boolean> {
  const addresses = import.meta.env.FIREFOX
    ? browser.extension.getViews({ type: 'tab' }).map((view) => (view as Window).location.href)
    : (await browser.runtime.getContexts({ contextTypes: ['TAB'] })).map((each) => each.documentUrl)
  return addresses.some((address) => address?.includes('/newtab.html'))
}

/** The next page is painted a little later, that is all. */
function forget(error: unknown): void {
  console.warn('Paperboy could not have a first paint laid ahead:', error)
}
