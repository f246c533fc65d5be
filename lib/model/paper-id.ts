interface Site {
  name: string
  /** Where a paper's page and its PDF are. */
  page(id: string): string
  pdf(id: string): string
}

/**
 * The sites besides arXiv whose papers are kept. An id of theirs has the site's name here and a
 * colon before it, as `acl:2024.acl-long.12` or `openreview:aBc_-123`; one of arXiv stands alone.
 * What an id must look like says is-paper-id.ts, which whoever takes one in asks.
 */
const sites = {
  acl: {
    name: 'ACL Anthology',
    page: (id) => `https://aclanthology.org/${id}/`,
    pdf: (id) => `https://aclanthology.org/${id}.pdf`,
  },
  openreview: {
    name: 'OpenReview',
    page: (id) => `https://openreview.net/forum?id=${id}`,
    pdf: (id) => `https://openreview.net/pdf?id=${id}`,
  },
} satisfies Record<string, Site>

/** True for the id of a paper that is of another site than arXiv. */
export function isSiteId(id: string): boolean {
  return readId(id).site !== undefined
}

/** True for an arXiv id of one of the years before April 2007. */
export function isOldArxivId(id: string): boolean {
  return id.includes('/')
}

/** "arXiv 2608.13210", "ACL Anthology P19-1001": what a paper is called whose title is not known. */
export function nameOfId(id: string): string {
  const { site, bare } = readId(id)
  return `${site?.name ?? 'arXiv'} ${bare}`
}

/** Where a paper lies on its own site. */
export function placeOf(id: string): { site: string; page: string; pdf: string } {
  const { site, bare } = readId(id)
  if (site) return { site: site.name, page: site.page(bare), pdf: site.pdf(bare) }
  return { site: 'arXiv', page: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` }
}

function readId(id: string): { site?: Site; bare: string } {
  const [, key, bare = id] = /^(acl|openreview):(.*)/s.exec(id) ?? []
  return key ? { site: sites[key as keyof typeof sites], bare } : { bare }
}
