import { isArxivId } from './arxiv-id.ts'

interface Site {
  name: string
  /** A whole id there, in its one spelling. */
  id: RegExp
  page(id: string): string
  pdf(id: string): string
}

/**
 * The sites besides arXiv whose papers are kept. An id of theirs has the site's name here and a
 * colon before it, as `acl:2024.acl-long.12` or `openreview:aBc_-123`; one of arXiv stands alone.
 * How the Anthology numbers papers, before 2020 and since: https://aclanthology.org/info/ids/
 */
const sites = {
  acl: {
    name: 'ACL Anthology',
    id: /^(?:\d{4}\.[a-z\d_]+-[a-z\d_]+\.(?:0|[1-9]\d*)|[A-Z]\d\d-\d{4})$/,
    page: (id) => `https://aclanthology.org/${id}/`,
    pdf: (id) => `https://aclanthology.org/${id}.pdf`,
  },
  openreview: {
    name: 'OpenReview',
    id: /^[\w-]{5,40}$/,
    page: (id) => `https://openreview.net/forum?id=${id}`,
    pdf: (id) => `https://openreview.net/pdf?id=${id}`,
  },
} satisfies Record<string, Site>

export type SiteKey = keyof typeof sites

/** What the ids of other sites than arXiv begin with. */
export const sitePrefixes = Object.keys(sites).map((key) => `${key}:`)

/** The id by which a paper of such a site is kept; undefined where `id` is none there. */
export function siteId(site: SiteKey, id: string): string | undefined {
  return sites[site].id.test(id) ? `${site}:${id}` : undefined
}

/** What papers are kept by: an arXiv id, or one of another site with the site before it. */
export function isPaperId(text: string): boolean {
  return isArxivId(text) || isSiteId(text)
}

/** True for the id of a paper that is of another site than arXiv. */
export function isSiteId(id: string): boolean {
  const { site, bare } = readSiteId(id)
  return site?.id.test(bare) === true
}

/** "arXiv 2608.13210", "ACL Anthology P19-1001": what a paper is called whose title is not known. */
export function nameOfId(id: string): string {
  const { site, bare } = readSiteId(id)
  return site ? `${site.name} ${bare}` : `arXiv ${id}`
}

/** Where a paper lies on its own site. */
export function placeOf(id: string): { site: string; page: string; pdf: string } {
  const { site, bare } = readSiteId(id)
  if (site) return { site: site.name, page: site.page(bare), pdf: site.pdf(bare) }
  return { site: 'arXiv', page: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` }
}

/** The year in which the Anthology numbers a paper; undefined for any other. */
export function yearOfSiteId(id: string): number | undefined {
  const [, whole, letter, short] = /^acl:(?:(\d{4})\.|([A-Z])(\d\d)-)/.exec(id) ?? []
  if (whole) return Number(whole)
  // Its oldest papers are of the sixties.
  return letter ? Number(short) + (Number(short) < 60 ? 2000 : 1900) : undefined
}

function readSiteId(id: string): { site?: Site; bare: string } {
  const colon = id.indexOf(':')
  const key = id.slice(0, Math.max(colon, 0))
  return Object.hasOwn(sites, key)
    ? { site: sites[key as SiteKey], bare: id.slice(colon + 1) }
    : { bare: id }
}
