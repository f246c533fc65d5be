import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface StoredCollection {
  slug: string
  title: string
  private: boolean
  items: { id: string; note?: string }[]
}

interface HubOptions {
  /** The token it knows, and what that may do. */
  token?: string
  role?: 'read' | 'write' | 'fineGrained'
  /** Requests before 429, and for how many seconds it then asks to be left alone. */
  quota?: { requests: number; seconds: number }
  /** How many collections a page of the list has. */
  pageSize?: number
}

export interface HubServer {
  url: string
  options: Required<Pick<HubOptions, 'token' | 'role' | 'pageSize'>> & HubOptions
  collections: StoredCollection[]
  /** Papers that Hugging Face has no page for. */
  unknownPapers: Set<string>
  /** Collections the token may not write to. */
  locked: Set<string>
  /** `METHOD /path` of every request so far, and the token that came with it. */
  requests: { what: string; token?: string }[]
  close(): Promise<void>
}

/**
 * Answers on 127.0.0.1 as Hugging Face does for whoever has a token: who that is, their
 * collections, and changes of those. After the Hub's OpenAPI and huggingface_hub, 2026.
 */
export async function startHub(options: HubOptions = {}): Promise<HubServer> {
  let left = options.quota?.requests ?? Number.POSITIVE_INFINITY
  const hub: Omit<HubServer, 'url' | 'close'> = {
    options: { token: 'hf_sampleTokenForTests', role: 'write', pageSize: 100, ...options },
    collections: [],
    ...{ unknownPapers: new Set(), locked: new Set(), requests: [] },
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', headers } = request
    const url = new URL(request.url ?? '/', 'http://hub.example')
    const token = headers.authorization?.replace(/^Bearer /, '')
    hub.requests.push({ what: `${method} ${url.pathname}`, ...(token && { token }) })
    const say = (status: number, body: object, more: Record<string, string> = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...more })
      response.end(JSON.stringify(body))
    }
    if (left <= 0) {
      left = options.quota?.requests ?? 0
      const reset = `"api";r=0;t=${options.quota?.seconds}`
      return say(429, { error: 'Too many requests' }, { RateLimit: reset })
    }
    left--
    if (token !== hub.options.token) return say(401, { error: 'Invalid credentials' })
    const body = method === 'POST' ? JSON.parse(await readBody(request)) : undefined
    const [, what, owner, name, items] =
      /^\/api\/([\w-]+)(?:\/([^/]+)\/([^/]+))?(\/items)?$/.exec(url.pathname) ?? []
    if (what === 'whoami-v2')
      return say(200, {
        ...{ type: 'user', name: 'ada', orgs: [{ type: 'org', name: 'analytical' }] },
        auth: { type: 'access_token', accessToken: { role: hub.options.role } },
      })
    if (what !== 'collections') return say(404, { error: 'Sorry, we can’t find the page' })
    if (!owner && method === 'GET') return list(url, say)
    if (hub.options.role === 'read' && method === 'POST')
      return say(403, { error: 'You don’t have the required permissions' })
    if (!owner) {
      const made = {
        slug: `${body.namespace}/${body.title.toLowerCase().replace(/\W+/g, '-')}-${'0'.repeat(24)}`,
        ...{ title: body.title, private: body.private, items: [] },
      }
      hub.collections.push(made)
      return say(200, made)
    }
    const collection = hub.collections.find(({ slug }) => slug === `${owner}/${name}`)
    if (!collection) return say(404, { error: 'Collection not found' })
    if (!items) return say(200, collection)
    if (hub.locked.has(collection.slug)) return say(403, { error: 'Forbidden' })
    const { item, note } = body
    if (item.type !== 'paper') return say(400, { error: 'Not a paper' })
    if (hub.unknownPapers.has(item.id)) return say(404, { error: 'Paper not found' })
    if (collection.items.some(({ id }) => id === item.id))
      return say(409, { error: 'This item is already in the collection' })
    collection.items.push({ id: item.id, ...(note && { note }) })
    return say(200, collection)
  }

  function list(
    url: URL,
    say: (status: number, body: object, more?: Record<string, string>) => void,
  ): void {
    const owner = url.searchParams.get('owner')
    const from = Number(url.searchParams.get('p') ?? 0) * hub.options.pageSize
    const theirs = hub.collections.filter(({ slug }) => slug.startsWith(`${owner}/`))
    const next = new URL(url)
    next.searchParams.set('p', String(from / hub.options.pageSize + 1))
    const isLast = from + hub.options.pageSize >= theirs.length
    say(
      200,
      theirs.slice(from, from + hub.options.pageSize),
      isLast ? {} : { Link: `<${next}>; rel="next"` },
    )
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(hub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return text
}
