import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that lets nothing out, and remembers who asked for what. */
export interface OutsideWorld {
  /** `host:port`, as a browser wants it. */
  proxy: string
  /** Hosts that were asked for, in order. */
  asked: string[]
  close(): Promise<void>
}

/** Stands between a browser and the internet, so that a test meets neither. */
export async function startOutsideWorld(): Promise<OutsideWorld> {
  const asked: string[] = []
  const server = createServer((request, response) => {
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
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
