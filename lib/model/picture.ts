/** A paper's picture as it is kept: small, and in a form that every browser of ours draws. */
export interface Picture {
  /** The paper's. */
  id: string
  /** When it was stored (ms). */
  storedAt: number
  /** A media type such as `image/webp`. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
  /** How many pixels wide it was to be: none is made larger than it came. */
  width: number
}

/** What fetching pictures left for the next time. */
export interface PictureState {
  /** Papers whose picture cannot be had, and when (ms) that was seen. */
  missing: Record<string, number>
  /** Not to be asked for before this instant (ms), since something went wrong. */
  pausedUntil?: number
  /** The host that could not be reached though the feed could: it may need the reader's leave. */
  refusedBy?: string
}

/** How many of an edition have one. */
export const picturesOfEdition = 30

const triesMissingAfterMs = 24 * 3_600_000

/**
 * Where a paper's picture may be asked for: at the endpoint's own host, or over https at one below
 * it, such as `cdn-thumbnails.huggingface.co`. Undefined for every other: who set a mirror, or a
 * server of their own, means that nobody else is to be asked.
 */
export function pictureAddress(
  { thumbnailUrl }: { thumbnailUrl?: string },
  endpoint: string,
): string | undefined {
  const [url, own] = [URL.parse(thumbnailUrl ?? ''), URL.parse(endpoint)]
  if (!url || !own) return undefined
  const isOwn = url.origin === own.origin
  const isBelow = url.protocol === 'https:' && url.host.endsWith(`.${own.host}`)
  return isOwn || isBelow ? url.href : undefined
}

/** True when a paper's picture may come soon, so that a box is kept for it. */
export function isToCome(
  paper: { id: string; thumbnailUrl?: string },
  endpoint: string,
  state: PictureState | undefined,
  now: number,
): boolean {
  if ((state?.pausedUntil ?? 0) > now || isMissing(paper.id, state, now)) return false
  return pictureAddress(paper, endpoint) !== undefined
}

/** True when it was asked for in vain not long ago. */
export function isMissing(id: string, state: PictureState | undefined, now: number): boolean {
  const seenAt = state?.missing[id]
  return seenAt !== undefined && now < seenAt + triesMissingAfterMs
}
