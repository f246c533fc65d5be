export type Quota = { requests: number; seconds: number }

export type RateWindow = {
  /** Counts a request; `headers` say what is left after it. */
  count: () => { isAllowed: boolean; secondsLeft: number; headers: Record<string, string> }
}

/**
 * A fixed window, as the feed's own limits are: it opens with a first request and is forgotten when
 * its time is over. Header syntax: IETF draft-ietf-httpapi-ratelimit-headers-09.
 */
export function createRateWindow({ requests, seconds }: Quota, policy = 'api'): RateWindow {
  let endsAt = 0
  let left = requests

  return {
    count: () => {
      const now = Date.now()
      if (now >= endsAt) {
        endsAt = now + seconds * 1000
        left = requests
      }
      const isAllowed = left > 0
      if (isAllowed) left--
      const secondsLeft = Math.ceil((endsAt - now) / 1000)
      const headers = {
        RateLimit: `"${policy}";r=${left};t=${secondsLeft}`,
        'RateLimit-Policy': `"fixed window";"${policy}";q=${requests};w=${seconds}`,
      }
      return { isAllowed, secondsLeft, headers }
    },
  }
}
