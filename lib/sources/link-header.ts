// One link and its parameters, whose quoted values may hold anything but a quote.
const links = /<([^<>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g
const parameters = /;\s*([^\s;,="]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;,"]*)))?/g

/**
 * The target of `rel="next"` in a `Link` header (RFC 8288), made absolute against the
 * page it came with. Undefined when there is none.
 */
export function nextLink(header: string | null, base: string): string | undefined {
  for (const [, target, rest = ''] of (header ?? '').matchAll(links)) {
    if (target !== undefined && relationsOf(rest).includes('next')) {
      return URL.canParse(target, base) ? new URL(target, base).href : undefined
    }
  }
  return undefined
}

/** The relation types of a link; of several `rel` only the first counts. */
function relationsOf(rest: string): string[] {
  for (const [, name, quoted, token = ''] of rest.matchAll(parameters)) {
    if (name?.toLowerCase() === 'rel') return (quoted ?? token).toLowerCase().split(/\s+/)
  }
  return []
}
