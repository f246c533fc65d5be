import { browser } from 'wxt/browser'
import { toSend } from '../data-consent.ts'

/**
 * The reader's token, and the one address it is ever sent to.
 *
 * That is huggingface.co, also when the feed comes from a mirror. A mirror is trusted with
 * nothing more than showing public papers, and whoever runs it could do with a token what the
 * reader can. So the address is not taken from the endpoint: it is kept beside the token, set
 * when the token is given, and anything else than huggingface.co only at the reader's word. An
 * endpoint that is changed later takes no token with it.
 */
export interface HubToken {
  token: string
  /** A base such as `https://huggingface.co`, without a slash at its end. */
  sentTo: string
}

/** A key of its own in `storage.local`: no backup, no sync and no page reads it by the way. */
const key = 'hubToken'

export async function readHubToken(): Promise<HubToken | undefined> {
  const { [key]: read } = await browser.storage.local.get(key)
  const { token, sentTo } = Object(read) as Partial<HubToken>
  // Firefox lets the reader take the leave back, where the extensions are listed.
  const leave = { permissions: [], ...toSend('authenticationInfo') }
  if (leave.data_collection && !(await browser.permissions.contains(leave))) return undefined
  const isToken = typeof token === 'string' && cleanToken(token) === token
  return isToken && typeof sentTo === 'string' && maySendTo(sentTo) ? { token, sentTo } : undefined
}

export function writeHubToken(hub: HubToken): Promise<void> {
  return browser.storage.local.set({ [key]: hub })
}

export function forgetHubToken(): Promise<void> {
  return browser.storage.local.remove(key)
}

/** Calls back when the token is written or forgotten anywhere; returns how to stop. */
export function watchHubToken(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && key in changes) onChange()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** The token in what was pasted, which may say `Bearer` or `HF_TOKEN=`; undefined if none is. */
export function cleanToken(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(bearer\s+|[A-Z_]+=)/i, '')
    .replace(/^["']|["']$/g, '')
  return /^[\w.-]{8,300}$/.test(bare) ? bare : undefined
}

/** Where a token may go: over https, or to a server on this machine. */
export function maySendTo(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  if (!url) return false
  const isOwn = /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOwn)
}
