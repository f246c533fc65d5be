import { browser } from 'wxt/browser'
import { folderData, toSend } from '@/lib/data-consent.ts'
import { readSyncState, writeSyncState } from '@/lib/db/sync-state.ts'
import { publishFrontPage } from '@/lib/front-page/publish.ts'
import { t } from '@/lib/i18n.ts'
import type { MergeCounts } from '@/lib/library/merge/apply.ts'
import { originsOf } from '@/lib/origins.ts'
import { syncWithBrowser } from '@/lib/sync-library/browser-sync.ts'
import { readChoices, type WebdavAccount } from '@/lib/sync-library/choices.ts'
import { browserItems } from '@/lib/sync-library/item-store.ts'
import { db } from './database.ts'
import { askHiddenPage } from './hidden-page.ts'
import { fillInBehind } from './keep.ts'

const nothing: MergeCounts = { added: 0, changed: 0, released: 0 }

/**
 * Syncs the library every way that was chosen, one run at a time. What goes wrong on the way is
 * in the reports that the settings page shows.
 */
export function syncLibrary(): Promise<boolean> {
  return navigator.locks.request('paperboy-sync-library', async () => {
    const { isBrowserSyncOn, webdav } = await readChoices()
    const merged: MergeCounts[] = []
    if (isBrowserSyncOn) merged.push(await syncWithBrowser(db, browserItems))
    if (webdav) merged.push(await syncWithFolder(webdav))
    const changes = merged.reduce((sum, { added, changed, released }) => {
      return sum + added + changed + released
    }, 0)
    if (changes > 0) {
      await publishFrontPage(db)
      // What came with no more than its id is looked up.
      fillInBehind('alarm')
    }
    return true
  })
}

/** The same when nobody waits for it. */
export function syncLibraryInBackground(): void {
  syncLibrary().catch((error: unknown) => {
    console.error('Paperboy could not sync the library:', error)
  })
}

async function syncWithFolder(account: WebdavAccount): Promise<MergeCounts> {
  const leave = { ...originsOf(account.url), ...toSend(...folderData) }
  if (!(await browser.permissions.contains(leave))) {
    const { host } = new URL(account.url)
    await tell(account, t('webdav.noLeave', { host }))
    return nothing
  }
  try {
    if (import.meta.env.FIREFOX) {
      const { syncFolder } = await import('@/lib/sync-library/folder.ts')
      return await syncFolder(db, account)
    }
    return await syncOffscreen(account)
  } catch (error) {
    // The last net: the error may hold anything, so it is not shown.
    await tell(account, t('webdav.interrupted'))
    throw error
  }
}

/**
 * Has a hidden page do it, since a service worker can load nothing later than its start, and a
 * WebDAV client need not be in memory for those who have no folder.
 */
async function syncOffscreen(account: WebdavAccount): Promise<MergeCounts> {
  const page = {
    path: 'webdav.html',
    reason: 'BLOBS',
    justification: 'Syncs the library with the WebDAV folder that was set in the settings.',
  } as const
  return (await askHiddenPage(page, { type: 'syncFolder', account })) ?? nothing
}

async function tell({ url }: WebdavAccount, problem: string): Promise<void> {
  const { webdav } = await readSyncState(db)
  const known = webdav?.url === url ? webdav : { url, machines: 0, etags: {} }
  await writeSyncState(db, 'webdav', { ...known, problem })
}
