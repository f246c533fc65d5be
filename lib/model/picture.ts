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
  /** Where (an origin) they could not be reached though the feed could: it may need the reader's leave. */
  refusedBy?: string
}

/** How many of an edition have one. */
export const picturesOfEdition = 30

/** The longest that pictures are left alone when something went wrong. */
export const picturePauseMs = 3_600_000

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
  if (isPaused(state, now) || isMissing(paper.id, state, now)) return false
  return pictureAddress(paper, endpoint) !== undefined
}

/** True when it was asked for in vain not long ago. */
export function isMissing(id: string, state: PictureState | undefined, now: number): boolean {
  const seenAt = state?.missing[id]
  // A time that has not come yet is of a clock that has been put right since.
  return seenAt !== undefined && seenAt <= now && now < seenAt + triesMissingAfterMs
}

/** True when nobody is to be asked for pictures yet. */
export function isPaused(state: PictureState | undefined, now: number): boolean {
  const left = (state?.pausedUntil ?? 0) - now
  // No pause is longer: the clock has been put right since.
  return left > 0 && left <= picturePauseMs
}
