import { defaultEndpoint } from './settings.ts'

/**
 * The endpoint a reader meant: white space and slashes at the end are dropped, a missing
 * scheme is https, an empty field is the default. Undefined when it is no http(s) address.
 */
export function readEndpoint(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '') return defaultEndpoint
  // A scheme with a slash too few, which would be taken for a host.
  if (/^https?:(?!\/\/)/i.test(typed)) return undefined
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(typed)
  const scheme = /^(localhost|127\.|\[::1\])/.test(typed) ? 'http' : 'https'
  const url = URL.parse(hasScheme ? typed : `${scheme}://${typed}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  // Words are no address, though a browser would take them for a host with %20 in it.
  if (url.host.includes('%') || /\s/.test(typed) || (!hasScheme && !/[.:]|^localhost/.test(typed)))
    return undefined
  // The address of the papers' page, copied from the browser, means the site.
  const path = url.pathname.replace(/\/+$/, '').replace(/\/papers(\/.*)?$/, '')
  return `${url.origin}${path}`
}
