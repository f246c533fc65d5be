import { browser } from 'wxt/browser'

/** Who may open a WebDAV folder. It lies in `storage.local` alone: not in settings, which are backed up. */
export interface WebdavAccount {
  /** The folder, with a slash at its end. */
  url: string
  user: string
  password: string
}

/** How the library gets to the reader's other machines. */
export interface SyncChoices {
  /** By the browser's own sync; on unless it was turned off. */
  isBrowserSyncOn: boolean
  webdav?: WebdavAccount
}

const key = 'everyMachine'

export async function readChoices(): Promise<SyncChoices> {
  return checkChoices((await browser.storage.local.get(key))[key])
}

/**
 * Changes some choices and leaves the others as they are, whoever else changes one meanwhile;
 * returns what was chosen before.
 */
export function changeChoices(change: (choices: SyncChoices) => SyncChoices): Promise<SyncChoices> {
  return navigator.locks.request('paperboy-every-machine', async () => {
    const before = await readChoices()
    await browser.storage.local.set({ [key]: change(before) })
    return before
  })
}

/** Calls back when a choice is made anywhere in the browser. */
export function watchChoices(onChange: (choices: SyncChoices) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[key] : undefined
    if (change) onChange(checkChoices(change.newValue))
  })
}

/** What was read; what is not as it should be counts as never chosen. */
function checkChoices(value: unknown): SyncChoices {
  const { isBrowserSyncOn, webdav } = (value ?? {}) as Partial<SyncChoices>
  const isAccount =
    typeof webdav?.url === 'string' &&
    URL.canParse(webdav.url) &&
    typeof webdav.user === 'string' &&
    typeof webdav.password === 'string'
  return { isBrowserSyncOn: isBrowserSyncOn !== false, ...(isAccount && { webdav }) }
}

/**
 * The folder a reader meant: white space is dropped, a missing scheme is https (http on this very
 * machine), and a slash ends it. Undefined when it is no http(s) address, or names a user: that
 * has a field of its own.
 */
export function readFolderUrl(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return undefined
  const isOwn = /^(localhost|127\.|\[::1\])/.test(text)
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
  const url = URL.parse(hasScheme ? text : `${isOwn ? 'http' : 'https'}://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`
}
