import pLimit from 'p-limit'
import { FeedError } from '../errors.ts'
import { quietUntil } from './rate-limit.ts'

/** Under the thirty seconds after which a browser may end an idle worker. */
const timeoutMs = 20_000
/** A usual one has 0.1 to 0.5 MB. */
const maxBytes = 4 * 1024 * 1024
/** A usual one is 1200 × 648. Few bytes can be a great many pixels, which would fill the memory. */
const maxSide = 4096
const atMostAtOnce = pLimit(2)

/**
 * Asks for the thumbnail of a paper, a PNG, two at a time. Undefined when there is none, or none
 * that may be opened. Throws a {@link FeedError} when the host did not answer, or wants a pause.
 */
export function fetchThumbnail(url: string, signal?: AbortSignal): Promise<Blob | undefined> {
  return atMostAtOnce(async () => {
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
    const { host } = new URL(url)
    const response = await fetch(url, {
      signal: AbortSignal.any(limits),
      headers: { Accept: 'image/png' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // It is kept here, smaller: a second copy in the browser's cache would be for nothing.
      cache: 'no-store',
      redirect: 'error',
    }).catch((cause: unknown) => {
      throw new FeedError(`${host} could not be reached.`, { cause })
    })
    if (response.status === 429 || response.status >= 500) {
      void response.body?.cancel()
      const retryAt = quietUntil(response.headers, response.status, Date.now())
      const message = `${host} answered with an error (HTTP ${response.status}).`
      throw new FeedError(message, { status: response.status, retryAt })
    }
    if (!response.ok || Number(response.headers.get('Content-Length')) > maxBytes) {
      void response.body?.cancel()
      return undefined
    }
    const bytes = await readAtMost(response, maxBytes).catch((cause: unknown) => {
      throw new FeedError(`${host} could not be reached.`, { cause })
    })
    return bytes && isSmallPng(bytes) ? new Blob([bytes], { type: 'image/png' }) : undefined
  })
}

async function readAtMost(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > most) {
      void reader?.cancel()
      return undefined
    }
    parts.push(part.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** Looks at the first chunk, which has the size. https://www.w3.org/TR/png-3/#11IHDR */
function isSmallPng(bytes: Uint8Array<ArrayBuffer>): boolean {
  if (bytes.length < 24) return false
  const view = new DataView(bytes.buffer)
  const isPng = view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return isPng && width > 0 && height > 0 && width <= maxSide && height <= maxSide
}
