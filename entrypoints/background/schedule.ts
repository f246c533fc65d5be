import { browser } from 'wxt/browser'
import { nextSyncAt } from '@/lib/sync-feed/policy.ts'

const alarmName = 'sync'

/** Sets the one alarm for the next sync; `retryAt` (ms) when the feed is in trouble. */
export function scheduleNextSync(retryAt?: number): void {
  const when = nextSyncAt(Date.now(), Math.random(), retryAt)
  void browser.alarms.create(alarmName, { when })
}

export function onSyncAlarm(sync: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) sync()
  })
}
