import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A paper as arXiv lists it. */
export interface ArxivEntry {
  id: string
  title: string
  summary?: string
  authors?: string[]
  /** ISO 8601 */
  published?: string
  primaryClass?: string
  doi?: string
}

/** A way in which the API can let its readers down. */
type ArxivFault =
  | { status: number; retryAfterSeconds?: number }
  /** 200 with no more than words, as it answers those who ask too often. */
  | 'rate-exceeded'
  /** 200 with one entry that is an error. */
  | 'error-entry'
  | 'html'
  | 'truncated'
  | 'silent'

export interface ArxivServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  url: string
  /** May be added to. */
  papers: ArxivEntry[]
  /** Every request so far, oldest first. `at` and `endedAt` in ms. */
  requests: { ids: string[]; title: string | undefined; at: number; endedAt?: number }[]
  /** Without end, or `undefined` to be well again. */
  setFault(fault: ArxivFault | undefined): void
  close(): Promise<void>
}

/**
 * Serves papers on 127.0.0.1 as arXiv's API does, after
 * https://info.arxiv.org/help/api/user-manual.html: by `id_list`, or by a title's words in
 * `search_query`. It has no CORS headers, as the real one has none.
 */
export async function startArxivServer(papers: ArxivEntry[] = []): Promise<ArxivServer> {
  const requests: ArxivServer['requests'] = []
  let fault: ArxivFault | undefined

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const ids = (url.searchParams.get('id_list') ?? '').split(',').filter(Boolean)
    const [, title] = /^ti:"(.*)"$/.exec(url.searchParams.get('search_query') ?? '') ?? []
    const entry: ArxivServer['requests'][number] = { ids, title, at: Date.now() }
    requests.push(entry)
    response.once('close', () => {
      entry.endedAt = Date.now()
    })
    const wrong = ids.find((id) => !/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(v\d+)?$/.test(id))
    const limit = Number(url.searchParams.get('max_results') ?? 10)
    const found = papers.filter((paper) => ids.includes(paper.id) || holds(paper, title))
    if (fault) sendFaulty(response, fault)
    else if (url.pathname !== '/api/query') response.writeHead(404).end()
    else if (wrong) send(response, 400, toFeed([errorEntry(`incorrect id format for ${wrong}`)]))
    else send(response, 200, toFeed(found.slice(0, limit).map(toEntry)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    papers,
    requests,
    setFault: (next) => {
      fault = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function holds({ title }: ArxivEntry, words: string | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  return words !== undefined && plain(title).includes(plain(words))
}

function sendFaulty(response: ServerResponse, fault: ArxivFault): void {
  if (fault === 'silent') return
  if (typeof fault === 'string') {
    const [text, type] = faultyTexts[fault]
    send(response, 200, text, type)
    return
  }
  if (fault.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', fault.retryAfterSeconds)
  }
  send(response, fault.status, 'Rate exceeded.', 'text/plain')
}

const signInPage = '<!doctype html><html><title>Sign in</title><p>Please sign in.<br></html>'

const whole = toFeed([toEntry({ id: '2608.00001', title: 'A Paper' })])
const faultyTexts = {
  'rate-exceeded': ['Rate exceeded.', 'text/plain'],
  'error-entry': [toFeed([errorEntry('malformed query')])],
  html: [signInPage, 'text/html'],
  truncated: [whole.slice(0, whole.length / 2)],
} as const

function send(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'application/atom+xml',
): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(text)
}

/** The form of `arxiv/*.xml` among the recordings. */
function toFeed(entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/2608</id>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${entries.length}</opensearch:totalResults>
${entries.join('\n')}
</feed>
`
}

function toEntry(paper: ArxivEntry): string {
  const { id, title, summary = 'We show it.', authors = ['Ada One'], primaryClass, doi } = paper
  const { published = '2026-08-13T17:59:37Z' } = paper
  const arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
  return `  <entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <updated>${published}</updated>
    <published>${published}</published>
    <title>${escapeXml(title)}</title>
    <summary>  ${escapeXml(summary)}
</summary>
${authors.map((name) => `    <author>\n      <name>${escapeXml(name)}</name>\n    </author>`).join('\n')}
${doi ? `    <arxiv:doi ${arxiv}>${escapeXml(doi)}</arxiv:doi>` : ''}
${primaryClass ? `    <arxiv:primary_category ${arxiv} term="${primaryClass}"/>` : ''}
  </entry>`
}

function errorEntry(reason: string): string {
  return `  <entry>
    <id>http://arxiv.org/api/errors#${encodeURIComponent(reason)}</id>
    <title>Error</title>
    <summary>${escapeXml(reason)}</summary>
  </entry>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
