import { browser } from 'wxt/browser'
import { t } from '@/lib/i18n.ts'
import { readLocal, watchLocal } from '@/lib/local-store.ts'
import { paperPatterns } from '@/lib/model/paper-address.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { isToolbarPage } from '@/lib/toolbar-page.ts'
import { saveLink, savePage } from './save-here.ts'
import { createToolbarMenu } from './toolbar.ts'

/** Offers to save the paper of a link or a page in its menu. Called when the background starts. */
export function onMenus(): void {
  browser.runtime.onInstalled.addListener(createMenus)
  // A browser may have dropped them with the session.
  browser.runtime.onStartup.addListener(createMenus)
  watchLocal('settings', createMenus)
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'save-page') void savePage(tab)
    else if (info.menuItemId === 'save-link' && info.linkUrl) {
      void saveLink(info.linkUrl, linkTextOf(info), tab?.id)
    }
  })
}

let creating = Promise.resolve()

/** Made anew, one time after the other: two that overlap would make the same entries twice. */
function createMenus(): void {
  creating = creating.then(createAll).catch((error: unknown) => {
    console.error('Paperboy could not make its menus:', error)
  })
}

async function createAll(): Promise<void> {
  const { settings } = await readLocal('settings')
  const patterns = paperPatterns(siteOf(settings?.endpoint ?? defaultEndpoint))
  const title = t('menu.save')
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    ...{ id: 'save-link', title, contexts: ['link'] },
    targetUrlPatterns: patterns,
  })
  browser.contextMenus.create({
    ...{ id: 'save-page', title, contexts: ['page'] },
    documentUrlPatterns: patterns,
  })
  if (isToolbarPage) createToolbarMenu()
}

/** Only Firefox tells it. */
function linkTextOf(info: object): string | undefined {
  return 'linkText' in info && typeof info.linkText === 'string' ? info.linkText : undefined
}
