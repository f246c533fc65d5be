import { AuthType, createClient, type FileStat, getPatcher, type WebDAVClient } from 'webdav'
import { t } from '../i18n.ts'

/** Why a WebDAV folder could not be used, in the reader's words. A password is never in it. */
export class WebdavError extends Error {
  override name = 'WebdavError'
  /** The HTTP status, where there was one. */
  readonly status?: number

  constructor(message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.status = options.status
  }

  /** True when someone else has written the file since it was read. */
  get isConflict(): boolean {
    return this.status === 412
  }
}

export interface RemoteFile {
  name: string
  /** Empty where the server has none. */
  etag: string
}

/** A folder on a WebDAV server (RFC 4918). Every method rejects with a {@link WebdavError}. */
export interface WebdavFolder {
  /** Its files; none, and the folder made, where there was no such folder. */
  list(): Promise<RemoteFile[]>
  read(name: string): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Writes a file that still has this ETag; undefined for one that is not there yet, empty on a
   * server that has no ETags.
   */
  write(name: string, bytes: Uint8Array<ArrayBuffer>, etag: string | undefined): Promise<void>
  remove(name: string): Promise<void>
}

/** A file larger than this is none of ours. */
const maxBytes = 64 * 1024 * 1024
const timeoutMs = 60_000

/** Opens a folder by its address, with a slash at the end. */
export function openWebdav(
  account: { url: string; user: string; password: string },
  signal?: AbortSignal,
): WebdavFolder {
  const { host } = new URL(account.url)
  getPatcher().patch('fetch', ask as never)
  // Basic is tried first, Digest where the server asks for it. Basic takes a letter for a byte.
  const client = createClient(account.url, {
    authType: AuthType.Auto,
    username: asBytes(account.user),
    password: asBytes(account.password),
  })
  return {
    list: () => guard(() => listOrMake(client, host)),
    read: (name) => guard(() => readFile(client, `/${name}`)),
    async write(name, bytes, etag) {
      const headers: Record<string, string> = { 'Content-Type': 'application/gzip' }
      if (etag === undefined) headers['If-None-Match'] = '*'
      else if (etag) headers['If-Match'] = etag
      await guard(async () => {
        const options = { headers, contentLength: false }
        await client.putFileContents(`/${name}`, bytes.buffer, options)
      })
    },
    remove: (name) => guard(() => client.deleteFile(`/${name}`)),
  }

  async function ask(url: string, options: RequestInit): Promise<Response> {
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
    const response = await fetch(url, {
      ...options,
      // Who one is, is said in the header alone: no cookie, and no dialog of the browser's own.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.any(limits),
    })
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new WebdavError(t('webdav.redirect', { host }))
    }
    const answer = limited(response, host)
    return answer.status === 207 ? whole(answer, host) : answer
  }

  async function guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toWebdavError(error, host)
    }
  }
}

/** An answer that breaks off where it is longer than a file of ours: it is never held whole. */
function limited(response: Response, host: string): Response {
  const { body, headers, status, statusText } = response
  const endless = () => new WebdavError(t('webdav.endless', { host }))
  if (Number(headers.get('Content-Length')) > maxBytes) {
    void body?.cancel()
    throw endless()
  }
  // Chromium has an empty body where there may be none, and makes no Response of it again.
  if (!body || [204, 205, 304].includes(status)) return response
  let length = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      length += part.length
      if (length > maxBytes) controller.error(endless())
      else controller.enqueue(part)
    },
  })
  return new Response(body.pipeThrough(counted), { status, statusText, headers })
}

/** A listing with its end: what is missing in half of one would be taken for deleted. */
async function whole(response: Response, host: string): Promise<Response> {
  const text = await response.text()
  if (!/<\/([\w.-]+:)?multistatus\s*>\s*$/.test(text)) throw notWebdav(host)
  return new Response(text, { status: 207, headers: response.headers })
}

async function listOrMake(client: WebDAVClient, host: string): Promise<RemoteFile[]> {
  const found = await client.getDirectoryContents('/').catch(async (error: unknown) => {
    if (statusOf(error) !== 404) throw error
    await client.createDirectory('/').catch((cause: unknown) => {
      // There is no folder to make it in.
      if (statusOf(cause) === 409) throw missingFolder(host, cause)
      throw cause
    })
    return []
  })
  return (found as FileStat[])
    .filter(({ type }) => type === 'file')
    .map(({ basename, etag }) => ({ name: basename, etag: etag ? quote(etag) : '' }))
}

/** An ETag as it is sent: the package takes the quotation marks off. */
function quote(etag: string): string {
  const [, weak = '', core = ''] = /^(W\/)?"?(.*?)"?$/.exec(etag) ?? []
  return `${weak}"${core}"`
}

async function readFile(client: WebDAVClient, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const content = await client.getFileContents(path, { format: 'binary' })
  return new Uint8Array(content as ArrayBuffer)
}

function toWebdavError(error: unknown, host: string): WebdavError {
  if (error instanceof WebdavError) return error
  const status = statusOf(error)
  if (status !== undefined) return new WebdavError(describeStatus(status, host), { status })
  // What the package throws may hold the request, and that the password: only its kind is kept.
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError') {
    return new WebdavError(t('webdav.slow', { host }))
  }
  if (error instanceof TypeError) {
    return new WebdavError(t('webdav.unreachable', { host }))
  }
  return notWebdav(host)
}

function notWebdav(host: string): WebdavError {
  return new WebdavError(t('webdav.noWebdav', { host }))
}

function describeStatus(status: number, host: string): string {
  switch (status) {
    case 401:
      return t('webdav.unauthorized', { host })
    case 403:
      return t('webdav.forbidden', { host })
    case 404:
    case 409:
      return missingFolder(host).message
    case 405:
    case 501:
      return t('webdav.notAtAddress', { host, status: String(status) })
    case 412:
      return t('webdav.conflict', { host })
    case 413:
      return t('webdav.tooLarge', { host })
    case 423:
      return t('webdav.locked', { host })
    case 429:
    case 503:
      return t('webdav.busy', { host, status: String(status) })
    case 507:
      return t('webdav.full', { host })
    default:
      return t('source.status', { host, status: String(status) })
  }
}

function missingFolder(host: string, cause?: unknown): WebdavError {
  const status = statusOf(cause)
  return new WebdavError(t('webdav.noFolder', { host }), {
    ...(status !== undefined && { status }),
  })
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | undefined)?.status
  return typeof status === 'number' ? status : undefined
}

/** Text whose letters are the bytes of its UTF-8 (RFC 7617). */
function asBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
