import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { onLeave } from '@/lib/host-leave.ts'
import { watchLocal } from '@/lib/local-store.ts'
import { onCommand } from '@/lib/messages.ts'
import { onLibraryAlarm } from '@/lib/sync-library/alarm.ts'
import { keepAppearanceSynced, syncAppearanceInBackground } from '@/lib/sync-library/appearance.ts'
import { onItemsFromElsewhere } from '@/lib/sync-library/item-store.ts'
import { isToolbarPage } from '@/lib/toolbar-page.ts'
import {
  expectSearch,
  findPapers,
  markOpened,
  searchHuggingFace,
  stopSync,
  syncAndSchedule,
  syncInBackground,
} from './commands.ts'
import { fetchPaper, fillIn, fillInBehind, findByTitle, keepPaper, saveFoundPaper } from './keep.ts'
import { keepNextLaidAhead } from './lay-ahead.ts'
import { syncLibrary, syncLibraryInBackground } from './library.ts'
import { onMenus } from './menus.ts'
import { onOmnibox } from './omnibox.ts'
import { onPermissionTaken } from './permissions.ts'
import { fetchPicturesWithLeave, startPicturesAnew } from './pictures.ts'
import { currentTab, savePage } from './save-here.ts'
import { onSyncAlarm } from './schedule.ts'
import { onToolbar } from './toolbar.ts'
import { welcome } from './welcome.ts'

// A worker is started for one event: every listener is there before it returns.
export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener(syncInBackground)
    browser.runtime.onInstalled.addListener(welcome)
    browser.runtime.onStartup.addListener(syncInBackground)
    onSyncAlarm(syncInBackground)
    browser.runtime.onStartup.addListener(syncLibraryInBackground)
    onSyncAlarm(syncLibraryInBackground)
    onLibraryAlarm(syncLibraryInBackground)
    browser.runtime.onStartup.addListener(syncAppearanceInBackground)
    browser.runtime.onInstalled.addListener(syncAppearanceInBackground)
    keepAppearanceSynced()
    onItemsFromElsewhere(syncLibraryInBackground)
    onCommand({
      sync: ({ reason, wanted }) => syncAndSchedule(wanted, reason === 'user'),
      fetchPaper: ({ id }) => fetchPaper(id),
      searchHub: ({ words }) => searchHuggingFace(words),
      saveFound: ({ paper, savedFrom }) => saveFoundPaper(paper, savedFrom),
      keepPaper,
      fillIn: () => fillIn('online'),
      findByTitle: ({ title }) => findByTitle(title),
      syncLibrary,
    })
    const isPlain = import.meta.env.FIREFOX
    onOmnibox({ find: findPapers, expectSearch, markOpened, isPlain })
    onMenus()
    onPermissionTaken()
    if (isToolbarPage) onToolbar()
    browser.commands.onCommand.addListener(async (name, tab) => {
      if (name === 'save-paper') await savePage(tab ?? (await currentTab()))
    })
    // The popup may be closed by the very question that is answered here.
    onLeave(() => fillInBehind('reader'))
    // While it is awake; otherwise a page tells, or the next alarm comes.
    addEventListener('online', () => fillInBehind('online'))
    onLeave(fetchPicturesWithLeave)
    keepNextLaidAhead()
    watchLocal('settings', startPicturesAnew)
    watchLocal('appearance', startPicturesAnew)
    watchLocal('settings', (now, before) => {
      if (now?.endpoint !== before?.endpoint) stopSync()
    })
  },
})
