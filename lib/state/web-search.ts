import { browser } from 'wxt/browser'

/**
 * Has the browser's own search engine search for words, in this tab or a new one. False when the
 * browser would not, as without its permission.
 * https://developer.chrome.com/docs/extensions/reference/api/search
 */
export async function searchWeb(text: string, isNewTab: boolean): Promise<boolean> {
  try {
    await browser.search.query({ text, disposition: isNewTab ? 'NEW_TAB' : 'CURRENT_TAB' })
    return true
  } catch (error) {
    console.warn('Paperboy could not hand a search to the browser:', error)
    return false
  }
}
