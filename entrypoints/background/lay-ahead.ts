import { browser } from 'wxt/browser'
import { readLocal, watchLocal } from '@/lib/local-store.ts'
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

/**
 * The same without another front page: a visit may have ended since. An open tab lays ahead by
 * itself; in Firefox there is nobody else who could.
 */
export function layNextAheadSoon(): void {
  if (import.meta.env.FIREFOX) return
  clearTimeout(waiting)
  waiting = setTimeout(() => layNextAhead().catch(forget), quietMs)
}

async function layNextAhead(): Promise<void> {
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] })
  if (tabs.some(({ documentUrl }) => documentUrl?.includes('/newtab.html'))) return
  const local = await readLocal('frontPage', 'published', 'visit', 'settings')
  const page = {
    path: 'ahead.html',
    reason: 'LOCAL_STORAGE',
    justification:
      'Draws the papers of the next new tab, and keeps them where it finds them at once.',
  } as const
  await askHiddenPage(page, { type: 'layAhead', local })
}

/** The next page is painted a little later, that is all. */
function forget(error: unknown): void {
  console.warn('Paperboy could not have a first paint laid ahead:', error)
}
