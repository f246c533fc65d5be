/** A way in which the feed can let its readers down. */
export type Fault =
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  /** `change` gets a copy of the answer's records; what it returns is sent as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into raw records to break them.
  | { kind: 'mangle'; change: (records: any[]) => unknown }
  /** 200 with a page of text/html, as a captive portal answers. */
  | 'html'
  /** The body stops in the middle, and the connection ends as if that were all. */
  | 'truncated-json'
  /** The socket is destroyed in the middle of the body. */
  | 'reset'
  | 'object'
  | 'empty-array'
  /** Only the first half of the records: a day that has not filled up yet. */
  | 'half'
  /** A byte of whitespace every 200 ms, for ever. */
  | 'endless'
  /** Whitespace as fast as the socket drains, for ever. */
  | 'flood'
  /** Accepts the request and never answers. */
  | 'silent'

type FaultScope = {
  /** Which requests go wrong; all of them by default. */
  only?: (url: URL) => boolean
  /** How many requests go wrong before the feed recovers; without end by default. */
  times?: number
}

export type FaultSwitch = {
  /** Replaces whatever was set before; `undefined` makes the feed well again. */
  set: (fault: Fault | undefined, scope?: FaultScope) => void
  /** The fault for a request, counted as used. */
  take: (url: URL) => Fault | undefined
}

export function createFaultSwitch(): FaultSwitch {
  let current: Fault | undefined
  let only: (url: URL) => boolean = () => true
  let left = Number.POSITIVE_INFINITY

  return {
    set: (fault, scope = {}) => {
      current = fault
      only = scope.only ?? (() => true)
      left = scope.times ?? Number.POSITIVE_INFINITY
    },
    take: (url) => {
      if (!current || left <= 0 || !only(url)) return undefined
      left--
      return current
    },
  }
}
