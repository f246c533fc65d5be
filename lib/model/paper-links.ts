import { isOldArxivId, isSiteId, placeOf } from './paper-id.ts'

/** Where a paper lives elsewhere. */
export interface PaperLinks {
  /** Where it is read first: where it is talked about, or its page where nothing else is known. */
  home: string
  /** Only of a paper that may have a page there. */
  huggingFace?: string
  /** The name of the site it is of: arXiv, OpenReview, ACL Anthology. */
  site: string
  /** Its page there. */
  page: string
  pdf: string
  code?: string
  project?: string
}

export const defaultSite = 'https://huggingface.co'

/**
 * The site whose pages a reader of an endpoint can open: a mirror, which stands in for
 * Hugging Face where that is out of reach. A server on the reader's own machine has no pages.
 */
export function siteOf(endpoint: string): string {
  const { protocol, hostname } = new URL(endpoint)
  const isOwn = /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  return protocol === 'https:' && !isOwn ? endpoint : defaultSite
}

/** The links of a paper; `site` is where Hugging Face's pages are opened. */
export function paperLinks(
  paper: {
    id: string
    pendingSince?: number
    onlyOnArxiv?: true
    repository?: string
    projectUrl?: string
  },
  site = defaultSite,
): PaperLinks {
  const place = placeOf(paper.id)
  const huggingFace = isOnHub(paper) ? `${site}/papers/${paper.id}` : undefined
  return {
    ...place,
    home: huggingFace ?? place.page,
    ...(huggingFace && { huggingFace }),
    ...(paper.repository && { code: `https://github.com/${paper.repository}` }),
    ...(paper.projectUrl && { project: paper.projectUrl }),
  }
}

/** True for a paper with a page and votes at Hugging Face, as far as is known. */
export function isOnHub(paper: { id: string; pendingSince?: number; onlyOnArxiv?: true }): boolean {
  if (isSiteId(paper.id) || isOldArxivId(paper.id)) return false
  return paper.pendingSince === undefined && !paper.onlyOnArxiv
}
