import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { watchLocal } from '@/lib/local-store.ts'
import { onCommand } from '@/lib/messages.ts'
import {
  fetchPaper,
  findPapers,
  markOpened,
  saveFoundPaper,
  searchHuggingFace,
  stopSync,
  syncAndSchedule,
  syncInBackground,
} from './commands.ts'
import { onOmnibox } from './omnibox.ts'
import { onSyncAlarm } from './schedule.ts'

// A worker is started for one event: every listener is there before it returns.
export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener(syncInBackground)
    browser.runtime.onStartup.addListener(syncInBackground)
    onSyncAlarm(syncInBackground)
    onCommand({
      sync: ({ reason, wanted }) => syncAndSchedule(wanted, reason === 'user'),
      fetchPaper: ({ id }) => fetchPaper(id),
      searchHub: ({ words }) => searchHuggingFace(words),
      saveFound: ({ paper }) => saveFoundPaper(paper),
    })
    onOmnibox({ find: findPapers, markOpened, isPlain: import.meta.env.FIREFOX })
    watchLocal('settings', stopSync)
  },
})
