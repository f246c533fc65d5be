import { isPaperId } from './is-paper-id.ts'
import { isSiteId } from './paper-id.ts'
import { arxivIdPattern, readArxivId, unwrapped } from './read-arxiv-id.ts'

/** A text that holds an arXiv id, with whatever a site puts after it: a version, `.pdf`, a name. */
const holdsArxivId = new RegExp(
  String.raw`^(?:arxiv[:.])?(${arxivIdPattern})(?:v\d+)?(?:\.(?:pdf|md))?(?:\/.*)?$`,
  'i',
)
/** The same of the Anthology: `.pdf`, `.bib`, the name of an attachment. */
const holdsAnthologyId = /^(\d{4}\.\w+-\w+\.\d+|[a-z]\d\d-\d{4})(?:v\d+)?(?:[./].*)?$/i

interface Site {
  host: RegExp
  /** The part of a path and what follows it that an id begins. */
  path: RegExp
  read(part: string): string | undefined
}

const sites: readonly Site[] = [
  // Its mirrors, export. and ar5iv.labs. are below the same name.
  {
    host: /(^|\.)arxiv\.org$/,
    path: /^\/(?:abs|pdf|html|format|ps|e-print|src|tb|bibtex)\/([^?]+)/,
    read: arxivIdAt,
  },
  {
    host: /^(www\.)?ar5iv\.org$/,
    path: /^\/(?:abs|pdf|html)\/([^?]+)/,
    read: arxivIdAt,
  },
  {
    host: /^((www\.)?huggingface\.co|hf\.co)$/,
    path: /^\/papers\/([^?]+)/,
    read: arxivIdAt,
  },
  {
    host: /^((www|beta)\.)?alphaxiv\.org$/,
    path: /^\/(?:[a-z]{2}\/)?(?:abs|overview|pdf|html|resources|audio)\/([^?]+)/,
    read: arxivIdAt,
  },
  {
    host: /^((dx|www)\.)?doi\.org$/,
    path: /^\/10\.48550\/([^?]+)/i,
    read: arxivIdAt,
  },
  {
    host: /^((dx|www)\.)?doi\.org$/,
    path: /^\/10\.(?:18653|3115)\/v1\/([^?]+)/i,
    read: anthologyIdAt,
  },
  {
    host: /^(www\.)?aclanthology\.(org|info)$/,
    path: /^\/(?:anthology\/|attachments\/|papers\/)?([^?]+)/,
    read: anthologyIdAt,
  },
  // Where it was until 2020: `/anthology/P19-1001`, `/anthology/papers/P/P19/P19-1001/`.
  {
    host: /^(www\.)?aclweb\.org$/,
    path: /^\/anthology(?:-new)?\/(?:papers\/)?(?:[A-Z]\/[A-Z]\d\d\/)?([^?]+)/i,
    read: anthologyIdAt,
  },
  {
    host: /^(www\.)?openreview\.net$/,
    path: /^\/(?:forum|pdf|attachment)\?(.+)/,
    read: (query) => siteId('openreview', new URLSearchParams(query).get('id')),
  },
]

function siteId(site: string, id: string | null): string | undefined {
  const whole = `${site}:${id}`
  return isPaperId(whole) ? whole : undefined
}

const mirrorPath = /\/papers\/([^/?]+)/

/**
 * The id of the paper that an address on the web is about: every version and every form of a
 * site's links is the same paper. `hub` is a mirror of Hugging Face's site, when the reader has
 * one. Undefined for an address that shows no paper.
 */
export function paperIdAt(address: string, hub?: string): string | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const path = decode(url.pathname) + url.search
  if (hub !== undefined && url.href.startsWith(`${hub}/`)) {
    return arxivIdAt(mirrorPath.exec(path)?.[1] ?? '')
  }
  // A name may end in the dot of the root.
  const host = url.hostname.replace(/\.$/, '')
  for (const site of sites) {
    const [, part] = (site.host.test(host) && site.path.exec(path)) || []
    const id = part && site.read(part)
    if (id) return id
  }
  return undefined
}

function arxivIdAt(part: string): string | undefined {
  const [, found] = holdsArxivId.exec(part) ?? []
  return found && readArxivId(found)
}

/** In the Anthology's own spelling: capitals before 2020 and none since, and no zeros before a number. */
function anthologyIdAt(part: string): string | undefined {
  const [, found = ''] = holdsAnthologyId.exec(part) ?? []
  const id = /^\d/.test(found)
    ? found.toLowerCase().replace(/\.0+(?=\d+$)/, '.')
    : found.toUpperCase()
  return siteId('acl', id)
}

const doi = /\b10\.(?:18653|3115)\/v1\/[\w.-]*\w/gi
const links =
  /(?:\bhttps?:\/\/|(?<![\w.@/])(?=(?:www\.)?(?:aclanthology|openreview|aclweb)\.))[^\s<>"'{}|\\^`]+/gi

/** The ids of papers of other sites than arXiv that a text links to, or names by DOI, each once. */
export function siteIdsIn(text: string): string[] {
  if (!/openreview|acl|\/v1\//i.test(text)) return []
  const addresses = [
    ...[...text.matchAll(links)].map(([link]) => link.replace(/^(?!http)/i, 'https://')),
    ...[...text.matchAll(doi)].map(([name]) => `https://doi.org/${name}`),
  ]
  const ids = addresses.flatMap((address) => paperIdAt(address.replace(/[.,;:!?)\]*]+$/, '')) ?? [])
  return [...new Set(ids.filter((id) => id.includes(':')))]
}

/** The id of such a paper that a text is, its site before it, or links to; else undefined. */
export function siteIdIn(text: string): string | undefined {
  const bare = unwrapped(text)
  if (/\s/.test(bare)) return undefined
  const [, anthologyId] = /^acl:(.+)$/i.exec(bare) ?? []
  if (anthologyId) return anthologyIdAt(anthologyId)
  return isSiteId(bare) && isPaperId(bare) ? bare : siteIdsIn(bare)[0]
}

// The years of two digits are 1965 to 2019.
const bareAnthologyId =
  /^([A-Z](?:[01]\d|6[5-9]|[7-9]\d)-\d{4}|20[2-9]\d\.[a-z\d_]+-[a-z\d_]+\.\d+)(?:v\d)?(?:\.pdf)?$/

/**
 * The id of such a paper that a text may be: the Anthology's as it writes them, without a site.
 * Versions and models are called alike, so only where there is such a paper it is one.
 */
export function bareSiteIdIn(text: string): string | undefined {
  const [, id] = bareAnthologyId.exec(unwrapped(text).replace(/^acl(?: anthology)? /i, '')) ?? []
  return id && siteId('acl', id)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A per cent sign that stands for nothing belongs to no id.
    return path
  }
}

/** Match patterns of the pages above. */
export function paperPatterns(hub?: string): string[] {
  const mirror = hub && !sites.some(({ host }) => host.test(new URL(hub).hostname))
  return [
    ...['abs', 'pdf', 'html', 'format'].map((folder) => `*://*.arxiv.org/${folder}/*`),
    ...['abs', 'pdf', 'html'].map((folder) => `*://*.ar5iv.org/${folder}/*`),
    '*://*.huggingface.co/papers/*',
    '*://hf.co/papers/*',
    ...['abs', 'overview', 'pdf', 'html'].map((folder) => `*://*.alphaxiv.org/*${folder}/*`),
    ...['48550', '18653/v1', '3115/v1'].map((prefix) => `*://*.doi.org/10.${prefix}/*`),
    // Match patterns know no ports.
    ...(mirror ? [`*://${new URL(hub).hostname}/*papers/*`] : []),
    ...['forum', 'pdf', 'attachment'].map((page) => `*://*.openreview.net/${page}?*`),
    // A page of the Anthology is of a paper when there is a number in its name: no pattern can say so.
    '*://*.aclanthology.org/*-*',
    '*://*.aclweb.org/anthology/*-*',
  ]
}
