import pLimit from 'p-limit'
import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { quietUntil } from './rate-limit.ts'

/** An answer that was read to its end. */
interface TextAnswer {
  text: string
  headers: Headers
  /** Not to be asked again before this instant (ms), when the quota is used up. */
  quietUntil?: number
}

/** The same, parsed. */
export type JsonAnswer = Omit<TextAnswer, 'text'> & { body: unknown }

/** Under the thirty seconds after which a browser may end an idle worker. */
const timeoutMs = 20_000
/** The largest page on record is 0.4 MB; an endless answer must not fill the memory. */
const maxBytes = 24 * 1024 * 1024
const atMostAtOnce = pLimit(2)

/** What is said besides the address, when something is done in the reader's name. */
interface Saying {
  /** Goes into the header `Authorization`, and nowhere else: into no error, either. */
  token?: string
  /** Makes it a POST. */
  body?: object
}

/** Asks for a JSON document as {@link requestText} does. */
export async function requestJson(
  url: string,
  signal?: AbortSignal,
  saying?: Saying,
): Promise<JsonAnswer> {
  const { text, ...answer } = await requestText(url, 'application/json', signal, saying)
  return { body: parseJson(text, new URL(url).host), ...answer }
}

/**
 * Asks for a document of a type, at most two at a time, each within 20 seconds from its start
 * to its last byte. Throws a {@link FeedError} that says in the reader's words what
 * happened; `signal` ends it early.
 */
export function requestText(
  url: string,
  type: string,
  signal?: AbortSignal,
  saying: Saying = {},
): Promise<TextAnswer> {
  return atMostAtOnce(async () => {
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
    const host = new URL(url).host
    const response = await reach(url, host, type, AbortSignal.any(limits), saying)
    if (response.type === 'opaqueredirect') {
      throw new FeedError(t('source.redirect', { host }))
    }
    const quiet = quietUntil(response.headers, response.status, Date.now())
    if (!response.ok) {
      void response.body?.cancel()
      throw statusError(response.status, host, quiet)
    }
    const text = await readText(response, host)
    return { text, headers: response.headers, quietUntil: quiet }
  })
}

async function reach(
  url: string,
  host: string,
  type: string,
  signal: AbortSignal,
  { token, body }: Saying,
): Promise<Response> {
  try {
    return await fetch(url, {
      signal,
      headers: {
        Accept: type,
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      // No cookie goes out, and no address of a page.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      // Nobody but the endpoint is asked, whomever it points to.
      redirect: 'manual',
    })
  } catch (cause) {
    throw unreachable(host, cause)
  }
}

function statusError(status: number, host: string, retryAt: number | undefined): FeedError {
  const message =
    status === 429
      ? t('source.tooMany', { host })
      : t('source.status', { host, status: String(status) })
  return new FeedError(message, { status, retryAt })
}

async function readText(response: Response, host: string): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  const parts: string[] = []
  let bytes = 0
  const reader = response.body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength
      if (bytes > maxBytes) {
        void reader.cancel()
        throw new FeedError(t('source.endless', { host }))
      }
      parts.push(decoder.decode(part.value, { stream: true }))
    }
  } catch (cause) {
    throw cause instanceof FeedError ? cause : unreachable(host, cause)
  }
  return parts.join('') + decoder.decode()
}

function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const isPage = /^\s*</.test(text)
    const message = isPage ? t('source.webPage', { host }) : t('source.cutShort', { host })
    throw new FeedError(message, { cause })
  }
}

function unreachable(host: string, cause: unknown): FeedError {
  const isTimeout = cause instanceof DOMException && cause.name === 'TimeoutError'
  return isTimeout
    ? new FeedError(t('source.slow', { host }), { cause })
    : new FeedError(t('source.unreachable', { host }), { cause })
}
