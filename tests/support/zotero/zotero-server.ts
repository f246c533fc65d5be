import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way in which Zotero can let its visitors down. */
type ZoteroFault =
  /** Hangs up before it has saved anything. */
  | 'reset-before'
  /** Saves, and hangs up instead of saying so. */
  | 'reset-after'
  /** Takes the request and never answers. */
  | 'silent'
  /** Saves, but only answers when nobody listens any more. */
  | 'late'
  /** The session was cancelled in Zotero's window. */
  | 'cancelled'
  | { status: number }

interface ZoteroOptions {
  /** What it calls itself; `undefined` for a server that is not Zotero. */
  version?: string | undefined
  /** The connector protocol it wants at least. */
  apiVersion?: number
  /** The collection that is selected in its window. */
  target?: string
  /** False when no library can be written to. */
  isEditable?: boolean
  /** Any free port, by default. */
  port?: number
}

/** An item as it arrived. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into fields by their names in Zotero.
type Item = any

export interface ZoteroServer {
  port: number
  /** What is in its library, in the order it came. */
  items: Item[]
  /** `METHOD /path` of every request so far. */
  requests: string[]
  /** How many items each request to save had. */
  batches: number[]
  options: ZoteroOptions
  /** The next requests to save go wrong in these ways, one each. */
  faults: (ZoteroFault | undefined)[]
  /** Items that cannot be saved: they fail all that came in one request with them. */
  refuses: (item: Item) => boolean
  close(): Promise<void>
}

/**
 * Answers on 127.0.0.1 as Zotero's connector server does: header guard, sessions, one
 * transaction a request, no CORS. After server.js, server_connector.js and saveSession.js of
 * zotero/zotero, 2026.
 */
export async function startZotero(options: ZoteroOptions = {}): Promise<ZoteroServer> {
  const sessions = new Set<string>()
  const zotero: Omit<ZoteroServer, 'port' | 'close'> = {
    ...{ items: [], requests: [], batches: [], faults: [], refuses: () => false },
    options: { version: '7.0.30', apiVersion: 3, target: 'My Library', ...options },
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    zotero.requests.push(`${method} ${url}`)
    const { version, apiVersion = 3, target, isEditable = true } = zotero.options
    if (version === undefined) return send(response, 200, '<html>Hello</html>', 'text/html')
    response.setHeader('X-Zotero-Version', version)
    response.setHeader('X-Zotero-Connector-API-Version', String(apiVersion))
    // A page of the web cannot say this without being asked for leave by its browser first.
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/') || 'origin' in headers
    if (isBrowser && !headers['x-zotero-connector-api-version'])
      return void request.socket.destroy()
    if (method === 'OPTIONS') return send(response, 200)
    const asked = headers['x-zotero-connector-api-version']
    if (url === '/connector/ping' && method === 'GET')
      return send(response, 200, '<html><body>Zotero is running</body></html>', 'text/html')
    const body = method === 'POST' ? JSON.parse(await readBody(request)) : {}
    if (url === '/connector/getSelectedCollection')
      return sendJson(response, 200, {
        libraryName: 'My Library',
        libraryEditable: isEditable,
        name: target,
      })
    if (url !== '/connector/saveItems') return send(response, 404, 'No endpoint found\n')
    if (asked !== undefined && Number(asked) < apiVersion)
      return sendJson(response, 400, { error: 'CONNECTOR_VERSION_OUTDATED' })
    const answer = saveItems(body, isEditable)
    if (answer === 'hang-up') request.socket.destroy()
    // The request stays open until its sender loses patience or the server closes.
    else if (answer !== 'hold') sendJson(response, answer.status, answer.body)
  }

  function saveItems(
    { sessionID, items }: { sessionID: string; items: Item[] },
    isEditable: boolean,
  ): 'hang-up' | 'hold' | { status: number; body?: object } {
    const fault = zotero.faults.shift()
    zotero.batches.push(items.length)
    if (fault === 'reset-before') return 'hang-up'
    if (fault === 'silent') return 'hold'
    if (fault === 'cancelled') return { status: 409, body: { error: 'SESSION_CANCELLED' } }
    if (typeof fault === 'object') return fault
    if (sessions.has(sessionID)) return { status: 409, body: { error: 'SESSION_EXISTS' } }
    sessions.add(sessionID)
    // The session stays, though nothing was saved: as in Zotero.
    if (!isEditable) return { status: 500, body: { libraryEditable: false } }
    if (items.some(zotero.refuses)) {
      sessions.delete(sessionID)
      return { status: 500 }
    }
    zotero.items.push(...items)
    if (fault === 'reset-after') return 'hang-up'
    return fault === 'late' ? 'hold' : { status: 201 }
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return Object.assign(zotero, {
    port: (server.address() as AddressInfo).port,
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

function send(response: ServerResponse, status: number, body = '', type = 'text/plain'): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, body?: object): void {
  send(response, status, JSON.stringify(body), 'application/json')
}
