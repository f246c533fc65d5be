import type { ComponentChild } from 'preact'
import { letPapersBeDragged } from '@/components/drag-out.ts'
import { writeLocal } from '@/lib/local-store.ts'
import type { Visit } from '@/lib/model/visit.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { keepLaidAhead } from '../first-paint/lay-ahead.ts'
import { popupAhead } from '../popup/ahead.tsx'
import { newTabAhead } from './ahead.ts'
import { listenToKeys } from './keyboard.ts'
import { searchBox } from './keys/search-box.ts'
import { loadLaterViews } from './later-views.ts'
import { nameTheTab } from './name-the-tab.ts'
import { rememberScroll } from './scroll-memory.ts'

/**
 * All that a new tab does besides showing papers, from when they are there. Where its first paint
 * was missed (`isMissed`), that of the next is laid ahead before all else: who opens tab after tab
 * may close this one at once.
 */
export async function doTheRest(
  tab: NewTab,
  visit: Visit,
  live: Promise<NewTabCommands>,
  view: (tab: NewTab) => ComponentChild,
  isMissed: boolean,
): Promise<void> {
  if (isMissed) void keepNextReady()
  await Promise.all([live, loadLaterViews()])
  rememberScroll(tab)
  nameTheTab(tab)
  listenToKeys(tab, live)
  letPapersBeDragged()
  document.addEventListener('focusin', ({ target }) => {
    const box = searchBox()
    // A letter that comes with the focus is a search already.
    if (target !== box) return
    setTimeout(async () => {
      if (!box?.value) (await live).expectSearch()
    })
  })
  document.addEventListener('visibilitychange', async () => {
    if (document.visibilityState === 'visible') (await live).lookAgain()
  })
  if (!isMissed) await keepNextReady()

  async function keepNextReady() {
    // First, because the next new tab is drawn for this visit; on a full disk, for the one before.
    await writeLocal({ visit }).catch(() => {})
    const newTab = newTabAhead(view)
    keepLaidAhead([newTab, popupAhead], isMissed ? newTab : undefined)
  }
}
