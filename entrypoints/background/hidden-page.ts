import { type Browser, browser } from 'wxt/browser'
import { language } from '@/lib/i18n.ts'

/** A page of the extension that Chromium's background works in, and what it is for. */
interface HiddenPage {
  path: string
  reason: `${Browser.offscreen.Reason}`
  justification: string
}

/**
 * Gives a message to a page that is opened for it and that nobody sees, and returns the answer;
 * undefined where none came. There is room for one such page at a time.
 * https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
export function askHiddenPage<Answer>(
  { path, reason, justification }: HiddenPage,
  message: object,
): Promise<Answer | undefined> {
  return navigator.locks.request('paperboy-hidden-page', async () => {
    const close = () => browser.offscreen.closeDocument().catch(() => {})
    // A worker that was ended has left its own behind.
    await close()
    try {
      await browser.offscreen.createDocument({
        url: `${path}#${language}/${browser.i18n.getUILanguage()}`,
        reasons: [reason as Browser.offscreen.Reason],
        justification,
      })
      return await browser.runtime.sendMessage(message)
    } finally {
      await close()
    }
  })
}
