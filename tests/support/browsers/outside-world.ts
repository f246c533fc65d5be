import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of the web that is not there: what a host outside would answer to plain HTTP. */
export interface StandIn {
  type: string
  body: string | Buffer
}

/** A proxy that lets nothing out, and remembers who asked for what. */
export interface OutsideWorld {
  /** `host:port`, as a browser wants it. */
  proxy: string
  /** Hosts that were asked for, in order. */
  asked: string[]
  /** What is answered in the name of hosts outside, by address. */
  pages: Map<string, StandIn>
  close(): Promise<void>
}

/** Stands between a browser and the internet, so that a test meets neither. */
export async function startOutsideWorld(): Promise<OutsideWorld> {
  const asked: string[] = []
  const pages: OutsideWorld['pages'] = new Map()
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page) {
      response.writeHead(200, { 'Content-Type': page.type }).end(page.body)
      return
    }
    asked.push(new URL(request.url ?? '', 'http://unknown').host)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.on('error', () => {})
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    proxy: `127.0.0.1:${port}`,
    asked,
    pages,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
