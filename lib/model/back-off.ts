/** Trouble with an endpoint, kept in the database so that it outlives the worker. */
export interface BackOff {
  endpoint: string
  /** Outages in a row; 0 when only a quota holds us back. */
  failures: number
  /** No request before this instant (ms). */
  retryAt: number
  /** The last outage, in words. */
  reason: string
  /** Set by the source's own word: not even the reader's "try again" goes before it. */
  isBinding: boolean
}

const firstWaitMs = 30_000
const longestWaitMs = 60 * 60_000

/**
 * The back-off after one more outage: doubling from 30 s to an hour with ±10 % jitter, or
 * as long as the source itself asked, though never less than the first wait. `random` is
 * in [0, 1).
 */
export function backOffAfter(
  previous: BackOff | undefined,
  outage: { endpoint: string; reason: string; retryAt?: number },
  now: number,
  random: number,
): BackOff {
  const { endpoint, reason, retryAt } = outage
  const failures = (previous?.endpoint === endpoint ? previous.failures : 0) + 1
  // The source knows best how long: our own doubling must not bind the reader in its name.
  const doublings = retryAt === undefined ? failures - 1 : 0
  const waitMs = Math.min(firstWaitMs * 2 ** doublings, longestWaitMs) * jitter(random)
  return {
    ...{ endpoint, failures, reason },
    retryAt: Math.max(retryAt ?? 0, now + waitMs),
    isBinding: retryAt !== undefined,
  }
}

/** The back-off when an endpoint's quota is used up though it answers well, as `reason` says. */
export function pauseUntil(endpoint: string, retryAt: number, reason: string): BackOff {
  return { endpoint, failures: 0, retryAt, reason, isBinding: true }
}

/** True when an endpoint must be left alone at `now` (ms). */
export function mustWait(
  backOff: BackOff | undefined,
  endpoint: string,
  now: number,
  isReaderAsking: boolean,
): backOff is BackOff {
  if (backOff?.endpoint !== endpoint || now >= backOff.retryAt) return false
  // Nothing is ever put off for so long: the clock has been put right since.
  if (backOff.retryAt - now > 1.2 * longestWaitMs) return false
  return backOff.isBinding || !isReaderAsking
}

/** A factor of 0.9 to 1.1, so that many readers do not ask in the same second. */
export function jitter(random: number): number {
  return 0.9 + 0.2 * random
}
