import { type Browser, browser } from 'wxt/browser'
import { language } from '@/lib/i18n.ts'

/** A page of the extension that the background works in, and what Chromium is told it is for. */
interface HiddenPage {
  path: string
  reason: `${Browser.offscreen.Reason}`
  justification: string
}

/**
 * Gives a message to a page that is opened for it and that nobody sees, and returns the answer;
 * undefined where none came. There is room for one such page at a time.
 */
export function askHiddenPage<Answer>(
  page: HiddenPage,
  message: object,
): Promise<Answer | undefined> {
  return navigator.locks.request('paperboy-hidden-page', async () => {
    const close = import.meta.env.FIREFOX ? await openFrame(page) : await openOffscreen(page)
    try {
      return await browser.runtime.sendMessage(message)
    } finally {
      await close()
    }
  })
}

/** https://developer.chrome.com/docs/extensions/reference/api/offscreen */
async function openOffscreen({ path, reason, justification }: HiddenPage) {
  const close = () => browser.offscreen.closeDocument().catch(() => {})
  // A worker that was ended has left its own behind.
  await close()
  await browser.offscreen.createDocument({
    url: `${path}#${language}/${browser.i18n.getUILanguage()}`,
    reasons: [reason as Browser.offscreen.Reason],
    justification,
  })
  return close
}

/** Firefox's background is a page itself, and nobody sees that. */
async function openFrame({ path }: HiddenPage) {
  const frame = document.createElement('iframe')
  frame.src = `/${path}`
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve)
    document.body.append(frame)
  })
  return () => frame.remove()
}
