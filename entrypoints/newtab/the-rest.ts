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
import { nameTheTab } from './name-the-tab.ts'
import { rememberScroll } from './scroll-memory.ts'

/** All that a new tab does besides showing papers, from when they are there. */
export async function doTheRest(
  tab: NewTab,
  visit: Visit,
  live: Promise<NewTabCommands>,
  view: (tab: NewTab) => ComponentChild,
): Promise<void> {
  rememberScroll(tab)
  nameTheTab(tab)
  listenToKeys(tab, live)
  letPapersBeDragged()
  // First, because the next new tab is drawn for this visit.
  await writeLocal({ visit })
  keepLaidAhead([newTabAhead(view), popupAhead])
}
