import { browser } from 'wxt/browser'

/** What the badge says: done, or that something is to be read. */
const badges = { done: '✓', problem: '!' }
const colours = { done: '#2b6a3f', problem: '#a02019' }
const shownForMs = 4000

/**
 * Says on the action of a tab what became of a wish: a sign for a moment, and the words in its
 * title for as long. A worker that dies before has said it; the tab's next page clears it.
 */
export async function giveFeedback(
  tabId: number | undefined,
  kind: keyof typeof badges,
  words: string,
): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badges[kind] }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colours[kind] }),
    browser.action.setTitle({ tabId, title: words }),
  ])
  setTimeout(() => {
    // The tab may be closed by now, with all that was said there.
    const clear = [
      browser.action.setBadgeText({ tabId, text: '' }),
      browser.action.setTitle({ tabId, title: '' }),
    ]
    Promise.all(clear).catch(() => {})
  }, shownForMs)
}
