import { type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { folderData, toSend } from '../data-consent.ts'
import { PaperboyDatabase } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { describeError } from '../errors.ts'
import { plural, sentences, t } from '../i18n.ts'
import { readLocal } from '../local-store.ts'
import { send } from '../messages.ts'
import type { BrowserSyncReport, WebdavReport } from '../model/library-report.ts'
import { originsOf } from '../origins.ts'
import { readHubToken } from '../send/hub-token.ts'
import { defaultArxiv, defaultSettings } from '../settings.ts'
import { syncAfterChanges } from '../sync-library/alarm.ts'
import {
  changeChoices,
  readChoices,
  readFolderUrl,
  type SyncChoices,
  type WebdavAccount,
  watchChoices,
} from '../sync-library/choices.ts'

/** The model of the section of the settings on the reader's other machines. */
export interface EveryMachine {
  isBrowserSyncOn: Signal<boolean>
  browserReport: Signal<BrowserSyncReport | undefined>
  /** The folder that is on; its password is not here. */
  folder: Signal<{ url: string; user: string } | undefined>
  folderReport: Signal<WebdavReport | undefined>
  /** What became of the last thing the reader did here, in words. */
  message: Signal<string>
  isBusy: Signal<boolean>
}

export interface EveryMachineCommands {
  setBrowserSync(isOn: boolean): Promise<void>
  /** Tries a folder as typed, and keeps nothing; only on a click, as the next. */
  tryFolder(typed: WebdavAccount): Promise<void>
  /** Tries it, and if it is well keeps it and syncs. */
  turnOnFolder(typed: WebdavAccount): Promise<void>
  /** Forgets the folder, its password, and the leave to ask its server. */
  forgetFolder(): Promise<void>
  syncNow(): Promise<void>
}

export function openEveryMachine(
  choices: SyncChoices,
  db = new PaperboyDatabase(),
): [EveryMachine, EveryMachineCommands] {
  const model: EveryMachine = {
    isBrowserSyncOn: signal(choices.isBrowserSyncOn),
    browserReport: signal(undefined),
    folder: signal(withoutPassword(choices.webdav)),
    folderReport: signal(undefined),
    message: signal(''),
    isBusy: signal(false),
  }
  watchChoices(({ isBrowserSyncOn, webdav }) => {
    model.isBrowserSyncOn.value = isBrowserSyncOn
    model.folder.value = withoutPassword(webdav)
  })
  watchQuery(
    () => readSyncState(db),
    ({ browserSync, webdav }) => {
      model.browserReport.value = browserSync
      model.folderReport.value = webdav
    },
    (error) => {
      model.message.value = describeError(error)
    },
  )
  syncAfterChanges(db)
  return [
    model,
    {
      setBrowserSync: (isOn) => doing('', () => setBrowserSync(isOn)),
      tryFolder: (typed) => withFolder(typed, async () => {}),
      turnOnFolder: (typed) => withFolder(typed, turnOn),
      forgetFolder: () => doing('', forgetFolder),
      syncNow: () =>
        doing(t('machines.syncing'), () =>
          send('syncLibrary', {}).then(() => t('machines.synced')),
        ),
    },
  ]

  async function setBrowserSync(isBrowserSyncOn: boolean): Promise<string> {
    await changeChoices((choices) => ({ ...choices, isBrowserSyncOn }))
    if (isBrowserSyncOn) await send('syncLibrary', {})
    else await writeSyncState(db, 'browserSync', undefined)
    return isBrowserSyncOn ? t('machines.browserOn') : t('machines.browserOff')
  }

  async function withFolder(
    typed: WebdavAccount,
    then: (account: WebdavAccount) => Promise<unknown>,
  ): Promise<void> {
    const url = readFolderUrl(typed.url)
    if (!url) {
      model.message.value = t('machines.noAddress', { typed: typed.url.trim() })
      return
    }
    const account = { ...typed, url }
    // Before anything is waited for: a browser gives leave on a click only.
    const asking = browser.permissions.request({
      ...originsOf(url),
      ...toSend(...folderData),
    })
    const { host } = new URL(url)
    await doing(t('machines.asking', { host }), async () => {
      if (!(await asking)) return t('machines.noLeave', { host })
      // A large client, loaded only here and where it syncs.
      const folder = await import('../sync-library/folder.ts')
      const machines = await folder.tryFolder(account)
      await then(account)
      return sentences(describeAnswer(host, machines), warningOf(url))
    })
  }

  async function turnOn(webdav: WebdavAccount): Promise<void> {
    const { webdav: before } = await changeChoices((choices) => ({ ...choices, webdav }))
    if (before) await giveBack(before.url)
    await send('syncLibrary', {})
  }

  async function forgetFolder(): Promise<string> {
    const { webdav } = await changeChoices(({ webdav: _, ...others }) => others)
    await writeSyncState(db, 'webdav', undefined)
    if (webdav) await giveBack(webdav.url)
    return t('machines.forgotten')
  }

  /** Does something, with its outcome in the message; what it returns are words for the reader. */
  async function doing(meanwhile: string, work: () => Promise<string>): Promise<void> {
    model.isBusy.value = true
    model.message.value = meanwhile
    try {
      model.message.value = await work()
    } catch (error) {
      model.message.value = describeError(error)
    } finally {
      model.isBusy.value = false
    }
  }
}

/** Gives back the leave to ask a host, unless it is asked for something else. Zotero asks anew. */
async function giveBack(url: string): Promise<void> {
  const [{ settings: { endpoint, arxiv = defaultArxiv } = defaultSettings }, { webdav }, token] =
    await Promise.all([readLocal('settings'), readChoices(), readHubToken()])
  const asked = [endpoint, arxiv, webdav?.url, token?.sentTo]
  const needed = asked.flatMap((each) => (each ? originsOf(each).origins : []))
  const leave = originsOf(url)
  if (needed.includes(leave.origins[0] as string)) return
  // A host that came with the install cannot be given back, nor need it be.
  await browser.permissions.remove(leave).catch(() => {})
}

function withoutPassword(account?: WebdavAccount): { url: string; user: string } | undefined {
  return account && { url: account.url, user: account.user }
}

function describeAnswer(host: string, machines: number): string {
  return machines === 0
    ? t('machines.none', { host })
    : plural('machines.answered', machines, { host })
}

/** A password over plain http is anyone's, but for a server on this very machine. */
function warningOf(url: string): string {
  const { protocol, hostname } = new URL(url)
  const isOwn = /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  return protocol === 'http:' && !isOwn ? t('machines.noHttps') : ''
}
