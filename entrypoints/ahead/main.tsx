import { namePage } from '@/lib/i18n.ts'
import type { LocalStore } from '@/lib/local-store.ts'
import { answerMessages } from '@/lib/messages.ts'
import { layAhead } from '../first-paint/lay-ahead.ts'
import { newTabAhead } from '../newtab/ahead.ts'
import { NewTabPage } from '../newtab/NewTabPage.tsx'
import { popupAhead } from '../popup/ahead.tsx'

// A page that is never seen: the background opens it for as long as it takes to lay the first paint
// of the next new tab and popup ahead. Chromium's, a service worker, can draw nothing itself.
namePage('')
const newTab = newTabAhead((tab) => <NewTabPage tab={tab} live={new Promise(() => {})} />)

answerMessages((message) => {
  const { type, local } = message as { type: string; local: Partial<LocalStore> }
  return type === 'layAhead' ? layBoth(local) : undefined
})

async function layBoth(local: Partial<LocalStore>): Promise<true> {
  const now = new Date()
  await layAhead(newTab, now, local)
  await layAhead(popupAhead, now, local)
  return true
}
