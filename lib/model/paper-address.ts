import { arxivIdPattern, readArxivId } from './read-arxiv-id.ts'

/** What an address on the web says of the paper it shows. */
export type PaperAddress = { kind: 'paper'; id: string } | TitledPaper

/** A page of a site without arXiv's ids: only the title tells which paper it is. */
export interface TitledPaper {
  kind: 'titled'
  site: 'OpenReview' | 'ACL Anthology'
}

/** A text that holds an id, with whatever a site puts after it: a version, `.pdf`, a name. */
const holdsId = new RegExp(
  String.raw`^(?:arxiv[:.])?(${arxivIdPattern})(?:v\d+)?(?:\.(?:pdf|md))?(?:\/.*)?$`,
  'i',
)

interface Site {
  host: RegExp
  /** A path whose first group is, or may be, an id. */
  path: RegExp
}

const sites: readonly Site[] = [
  // Its mirrors, export. and ar5iv.labs. are below the same name.
  {
    host: /(^|\.)arxiv\.org$/,
    path: /^\/(?:abs|pdf|html|format|ps|e-print|src|tb|bibtex)\/(.+)$/,
  },
  {
    host: /^(www\.)?ar5iv\.org$/,
    path: /^\/(?:abs|pdf|html)\/(.+)$/,
  },
  {
    host: /^((www\.)?huggingface\.co|hf\.co)$/,
    path: /^\/papers\/(.+)$/,
  },
  {
    host: /^((www|beta)\.)?alphaxiv\.org$/,
    path: /^\/(?:[a-z]{2}\/)?(?:abs|overview|pdf|html|resources|audio)\/(.+)$/,
  },
  {
    host: /^((dx|www)\.)?doi\.org$/,
    path: /^\/10\.48550\/(.+)$/i,
  },
]

const mirrorPath = /\/papers\/([^/]+)$/

/**
 * Which paper an address is about: every version and every form of a site's links is the same
 * paper. `hub` is a mirror of Hugging Face's site, when the reader has one. Undefined for an
 * address that shows no paper.
 */
export function readPaperAddress(address: string, hub?: string): PaperAddress | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  // A name may end in the dot of the root.
  const host = url.hostname.replace(/\.$/, '')
  const titled = titledSite(host, url)
  if (titled) return { kind: 'titled', site: titled }
  const isAtMirror = hub !== undefined && url.href.startsWith(`${hub}/`)
  const path = isAtMirror ? mirrorPath : sites.find((site) => site.host.test(host))?.path
  const [, part] = path?.exec(decode(url.pathname)) ?? []
  const [, found] = holdsId.exec(part ?? '') ?? []
  const id = found && readArxivId(found)
  return id ? { kind: 'paper', id } : undefined
}

function titledSite(
  host: string,
  { pathname, searchParams }: URL,
): TitledPaper['site'] | undefined {
  if (/^(www\.)?openreview\.net$/.test(host) && /^\/(forum|pdf|attachment)$/.test(pathname)) {
    return searchParams.has('id') ? 'OpenReview' : undefined
  }
  // `2024.acl-long.12`, `P19-1001`; also `.pdf` and the older `/anthology/…`.
  const paper = /^\/(?:anthology\/)?(?:\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4})(?:v\d+)?(?:\.pdf|\/)?$/i
  if (/^(www\.)?aclanthology\.(org|info)$/.test(host) && paper.test(pathname)) {
    return 'ACL Anthology'
  }
  return undefined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A per cent sign that stands for nothing belongs to no id.
    return path
  }
}

/** Match patterns of the pages above that have an arXiv id in their address. */
export function paperPatterns(hub?: string): string[] {
  const mirror = hub && !sites.some(({ host }) => host.test(new URL(hub).hostname))
  return [
    ...['abs', 'pdf', 'html', 'format'].map((folder) => `*://*.arxiv.org/${folder}/*`),
    ...['abs', 'pdf', 'html'].map((folder) => `*://*.ar5iv.org/${folder}/*`),
    '*://*.huggingface.co/papers/*',
    '*://hf.co/papers/*',
    ...['abs', 'overview', 'pdf', 'html'].map((folder) => `*://*.alphaxiv.org/*${folder}/*`),
    '*://*.doi.org/10.48550/*',
    // Match patterns know no ports.
    ...(mirror ? [`*://${new URL(hub).hostname}/*papers/*`] : []),
  ]
}

/** Match patterns of the pages whose paper only the title tells. */
export const titledPatterns = [
  '*://*.openreview.net/forum?*',
  '*://*.openreview.net/pdf?*',
  '*://*.aclanthology.org/*',
]
