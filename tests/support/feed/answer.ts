/** What the feed has to say to a request, before it is put on the wire. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

export function ok(body: unknown, headers: Record<string, string> = {}): Answer {
  return { status: 200, body, headers }
}

/** The API words its complaints as `✖ what → at parameter`. */
export function badRequest(complaint: string, parameter: string): Answer {
  return { status: 400, body: { error: `✖ ${complaint}\n  → at ${parameter}` } }
}

export function notFound(error: string): Answer {
  return { status: 404, body: { error } }
}

/**
 * A whole number from the query, or the answer that turns the request down.
 *
 * @param range `fallback` when the parameter is missing; `low` and `high` are both allowed.
 */
export function readNumber(
  url: URL,
  name: string,
  range: { fallback: number; low: number; high: number },
): number | Answer {
  const text = url.searchParams.get(name)
  if (text === null) return range.fallback
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value)) {
    return badRequest('Invalid input: expected number, received NaN', name)
  }
  if (value > range.high) return badRequest(`Too big: expected number to be <=${range.high}`, name)
  if (value < range.low) return badRequest(`Too small: expected number to be >=${range.low}`, name)
  return value
}
