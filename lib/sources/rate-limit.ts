/** What a source says of its quota. */
export interface Quota {
  /** Requests left in the window. */
  remaining: number
  /** Seconds until the window ends. */
  resetS: number
}

/**
 * Reads `RateLimit: "api";r=499;t=300` (draft-ietf-httpapi-ratelimit-headers). Of several
 * policies the tightest counts. Undefined when the header is missing or unreadable.
 */
export function parseRateLimit(header: string | null): Quota | undefined {
  const quotas = [...(header ?? '').matchAll(/"[^"]*"\s*;\s*r=(\d+)\s*;\s*t=(\d+)/g)].map(
    (match) => ({ remaining: Number(match[1]), resetS: Number(match[2]) }),
  )
  return quotas.sort((a, b) => a.remaining - b.remaining || b.resetS - a.resetS)[0]
}

/** Reads `Retry-After`, in seconds or as an HTTP date, to an instant (ms). RFC 9110, 10.2.3. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  if (/^\s*\d+\s*$/.test(header)) return now + Number(header) * 1000
  // Date.parse makes a date of much that is none, such as "-5".
  if (!/^\s*[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(header)) return undefined
  const time = Date.parse(header)
  return Number.isNaN(time) ? undefined : time
}

const longestWaitMs = 3_600_000

/**
 * The instant (ms) before which a source must not be asked again, by an answer's headers:
 * one second past the window when nothing is left of it, as Hugging Face's own client
 * waits, else `Retry-After`. Undefined when the source sets no bound. A source that asks
 * for more than an hour is asked again after an hour: a wrong clock must not end the feed.
 */
export function quietUntil(headers: Headers, status: number, now: number): number | undefined {
  const quota = parseRateLimit(headers.get('RateLimit'))
  const asked =
    quota?.remaining === 0
      ? now + (quota.resetS + 1) * 1000
      : status === 429 || status === 503
        ? parseRetryAfter(headers.get('Retry-After'), now)
        : undefined
  return asked === undefined ? undefined : Math.min(asked, now + longestWaitMs)
}
