import { browser } from 'wxt/browser'
import { t } from '@/lib/i18n.ts'

/** The entry of the button's own menu, and the command, that open the popup. */
const findPaper = 'find-paper'

/**
 * In the build that leaves the new tab alone: a press of the button in the toolbar opens the front
 * page, and the popup is behind its menu and a key.
 */
export function onToolbar(): void {
  browser.action.onClicked.addListener(() => void goToFrontPage())
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === findPaper) openPopup()
  })
  browser.commands.onCommand.addListener((name) => {
    if (name === findPaper) openPopup()
  })
}

/** The one that is open in the window, or a new one. */
async function goToFrontPage(): Promise<void> {
  const url = browser.runtime.getURL('/newtab.html')
  const [open] = await browser.tabs.query({ url: `${url}*`, currentWindow: true })
  if (open?.id === undefined) await browser.tabs.create({ url })
  else await browser.tabs.update(open.id, { active: true })
}

/** To be called when the other entries have been made. */
export function createToolbarMenu(): void {
  const title = t('manifest.actionTitle')
  browser.contextMenus.create({ id: findPaper, title, contexts: ['action'] })
}

/**
 * Gives the button a popup for as long as it takes to open it. Nothing is awaited before it opens:
 * Firefox opens one only in the very task of the reader's press.
 */
function openPopup(): void {
  void browser.action.setPopup({ popup: '/popup.html' })
  browser.action
    .openPopup()
    .catch((error: unknown) => console.warn('Paperboy could not open its popup:', error))
    .finally(() => browser.action.setPopup({ popup: '' }))
}
