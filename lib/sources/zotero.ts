import { t } from '../i18n.ts'
/**
 * What kept Zotero from taking papers.
 * - `missing`: nobody listens on the port, or the connection was refused
 * - `stranger`: something answers that is not Zotero
 * - `old`, `new`: a Zotero before 6, or one that wants a later protocol than ours
 * - `read-only`: no library that may be written to
 * - `refused`: it answered, and saved nothing
 * - `cut`, `slow`: the papers were on their way when the connection broke, or time ran out
 */
export type ZoteroTrouble =
  | 'missing'
  | 'stranger'
  | 'old'
  | 'new'
  | 'read-only'
  | 'refused'
  | 'cut'
  | 'slow'

export class ZoteroError extends Error {
  override name = 'ZoteroError'
  readonly trouble: ZoteroTrouble

  constructor(trouble: ZoteroTrouble, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.trouble = trouble
  }
}

/** The Zotero that answers on this machine. */
export interface FoundZotero {
  port: number
  /** Such as `7.0.11`. */
  version: string
  /** Where items go: the collection, or library, selected in its window. */
  target?: string
}

const pingMs = 5000
/** Twenty items take a second or two; a large library that is being synced takes longer. */
const saveMs = 45_000
/** The first that knows preprints. */
const oldestMajor = 6
/** The version of the connector protocol spoken here; Zotero has not changed it since 2024. */
const apiVersion = '3'

/**
 * Looks for Zotero on this machine. Throws a {@link ZoteroError}.
 * Source: `/connector/ping` and `/connector/getSelectedCollection` in zotero/zotero,
 * xpcom/server/server_connector.js.
 */
export async function findZotero(port: number): Promise<FoundZotero> {
  const response = await ask(port, 'ping', undefined, pingMs)
  // Only Zotero says so; any other server may well answer 200 to anything.
  const version = response.headers.get('X-Zotero-Version')
  if (!version || !response.ok) {
    throw new ZoteroError('stranger', t('zotero.stranger', { port: String(port) }))
  }
  if (Number.parseInt(version, 10) < oldestMajor) {
    throw new ZoteroError('old', t('zotero.old', { version }))
  }
  const target = await findTarget(port).catch(() => undefined)
  return { port, version, ...(target && { target }) }
}

/** The name is a courtesy: without it the papers are sent just the same. */
async function findTarget(port: number): Promise<string | undefined> {
  // So that it resolves as a save does: away from what cannot be written to.
  const response = await ask(
    port,
    'getSelectedCollection',
    { switchToReadableLibrary: true },
    pingMs,
  )
  const answer: { name?: unknown } | null = response.ok ? await response.json() : null
  return typeof answer?.name === 'string' ? answer.name : undefined
}

/**
 * Hands items to Zotero, which saves all of them in one transaction, or none. `session` names
 * the request: given again, it is not carried out twice, and the answer is `there`. Throws a
 * {@link ZoteroError}. Source: `/connector/saveItems`, as above.
 */
export async function saveItems(
  port: number,
  session: string,
  items: readonly object[],
): Promise<'saved' | 'there'> {
  const body = { sessionID: session, uri: 'https://arxiv.org/', items }
  const response = await ask(port, 'saveItems', body, saveMs)
  if (response.status === 201) return 'saved'
  const answer: { error?: unknown; libraryEditable?: unknown } | null = await response
    .json()
    .catch(() => null)
  if (response.status === 409 && answer?.error !== 'SESSION_CANCELLED') return 'there'
  if (answer?.libraryEditable === false) {
    throw new ZoteroError('read-only', t('zotero.readOnly'))
  }
  if (answer?.error === 'CONNECTOR_VERSION_OUTDATED') {
    throw new ZoteroError('new', t('zotero.newer'))
  }
  throw new ZoteroError('refused', t('zotero.refusedStatus', { status: String(response.status) }))
}

async function ask(
  port: number,
  method: string,
  body: object | undefined,
  timeoutMs: number,
): Promise<Response> {
  const isSave = method === 'saveItems'
  try {
    return await fetch(`http://127.0.0.1:${port}/connector/${method}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        // Zotero hangs up on a browser that does not say this: web pages cannot.
        'X-Zotero-Connector-API-Version': apiVersion,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'TimeoutError') {
      throw new ZoteroError('slow', t('zotero.slow'), { cause })
    }
    throw isSave
      ? new ZoteroError('cut', t('zotero.cut'), { cause })
      : new ZoteroError('missing', t('zotero.missing', { port: String(port) }), { cause })
  }
}
