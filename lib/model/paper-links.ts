import { isOldArxivId } from './arxiv-id.ts'

/** Where a paper lives elsewhere. */
export interface PaperLinks {
  /** Where it is read first: where it is talked about, or arXiv where nothing else is known. */
  home: string
  huggingFace: string
  abs: string
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
  const huggingFace = `${site}/papers/${paper.id}`
  const abs = `https://arxiv.org/abs/${paper.id}`
  return {
    home: isOnHub(paper) ? huggingFace : abs,
    huggingFace,
    abs,
    pdf: `https://arxiv.org/pdf/${paper.id}`,
    ...(paper.repository && { code: `https://github.com/${paper.repository}` }),
    ...(paper.projectUrl && { project: paper.projectUrl }),
  }
}

/** True for a paper with a page and votes at Hugging Face, as far as is known. */
export function isOnHub(paper: { id: string; pendingSince?: number; onlyOnArxiv?: true }): boolean {
  return paper.pendingSince === undefined && !paper.onlyOnArxiv && !isOldArxivId(paper.id)
}
