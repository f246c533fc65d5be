import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { watchLocal } from '@/lib/local-store.ts'
import { onCommand } from '@/lib/messages.ts'
import { fetchPaper, stopSync, syncAndSchedule, syncInBackground } from './commands.ts'
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
    })
    watchLocal('settings', stopSync)
  },
})
