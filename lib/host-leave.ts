import { browser } from 'wxt/browser'
import { originsOf } from './origins.ts'

/** True when the reader has given access to the host of an address. */
export function hasLeave(address: string): Promise<boolean> {
  return browser.permissions.contains(originsOf(address))
}

/** Asks the reader for access to the host of an address; only on a click, before any `await`. */
export function askLeave(address: string): Promise<boolean> {
  return browser.permissions.request(originsOf(address))
}

/** Calls back when the reader gives access to a host, on whatever page. */
export function onLeave(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback)
}
