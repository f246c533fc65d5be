/**
 * The target of `rel="next"` in a `Link` header (RFC 8288), made absolute against the
 * page it came with. Undefined when there is none.
 */
export function nextLink(header: string | null, base: string): string | undefined {
  for (const [, target, parameters] of (header ?? '').matchAll(/<([^>]*)>((?:\s*;[^,<]*)*)/g)) {
    if (/;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters ?? '') && target) {
      return URL.canParse(target, base) ? new URL(target, base).href : undefined
    }
  }
  return undefined
}
