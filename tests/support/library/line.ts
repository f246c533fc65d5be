import { connect, createServer, type Socket } from 'node:net'

/** What is carried: a file on its way to the server, or from it. */
type Way = 'PUT' | 'GET'

/** A line between browsers and a server on this machine, which can stop in the middle of a file. */
export interface Line {
  /** An address at the server, by way of the line. */
  through(url: string): string
  /**
   * Stops at the next file of that way, when so many bytes of it have passed; resolves then. From
   * there on the file goes no further.
   */
  stopWithin(way: Way, bytes: number): Promise<void>
  /** Breaks off what has stopped, and carries all that comes. */
  mend(): void
  close(): Promise<void>
}

interface Stop {
  way: Way
  bytes: number
  reached: () => void
}

export async function openLine(server: string): Promise<Line> {
  const { port, hostname } = new URL(server)
  let wanted: Stop | undefined
  const open = new Set<Socket>()
  const stopped = new Set<Socket>()

  const listening = createServer((browser) => {
    const apache = connect(Number(port), hostname)
    let way = ''
    /** Bytes that may still pass; undefined while nothing is to be stopped here. */
    let left: number | undefined
    for (const [socket, other] of [
      [browser, apache],
      [apache, browser],
    ] as const) {
      open.add(socket)
      // What was sent before still arrives.
      socket.on('end', () => other.end())
      socket.on('error', () => other.destroy())
      socket.on('close', () => open.delete(socket))
    }
    const carry = (to: Socket, from: Way) => (chunk: Buffer) => {
      const begun = /^([A-Z]+) \//.exec(chunk.toString('latin1', 0, 20))?.[1]
      if (from === 'PUT' && begun) way = begun
      if (wanted?.way === from && way === from && left === undefined) {
        // Before the file comes a head, of which nothing is held back.
        const head = chunk.indexOf('\r\n\r\n')
        if (head >= 0) left = head + 4 + wanted.bytes
      }
      if (left === undefined || wanted?.way !== from) return void to.write(chunk)
      to.write(chunk.subarray(0, left))
      left -= Math.min(left, chunk.length)
      if (left > 0) return
      stopped.add(browser).add(apache)
      wanted.reached()
    }
    browser.on('data', carry(apache, 'PUT'))
    apache.on('data', carry(browser, 'GET'))
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  const own = typeof address === 'object' ? String(address?.port) : ''
  return {
    through: (url) => Object.assign(new URL(url), { port: own }).href,
    stopWithin: (way, bytes) =>
      new Promise((reached) => {
        wanted = { way, bytes, reached }
      }),
    mend() {
      wanted = undefined
      for (const socket of stopped) socket.destroy()
      stopped.clear()
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => listening.close(resolve))
    },
  }
}
