import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { openWebdav, type WebdavError } from '../../../lib/sources/webdav.ts'
import { serve } from '../serve.ts'

const account = { user: 'ada', password: 'hunter2: größ' }
const bytes = new TextEncoder().encode('words')

/** A folder on a server that answers as told. */
async function folderOn(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const url = await serve(answer)
  return openWebdav({ ...account, url: `${url}/dav/Paper%20boy/` })
}

const listing = (...items: string[]) => `<?xml version="1.0"?>
<x:multistatus xmlns:x="DAV:"><x:response><x:href>/dav/Paper%20boy/</x:href><x:propstat><x:prop>
<x:resourcetype><x:collection/></x:resourcetype></x:prop><x:status>HTTP/1.1 200 OK</x:status>
</x:propstat></x:response>${items.join('')}</x:multistatus>`

const file = (name: string, etag = '') => `<x:response><x:href>/dav/Paper%20boy/${name}</x:href>
<x:propstat><x:prop><x:resourcetype/>${etag && `<x:getetag>${etag}</x:getetag>`}</x:prop>
<x:status>HTTP/1.1 200 OK</x:status></x:propstat></x:response>`

describe('a WebDAV folder', () => {
  test('lists its files with their ETags as they are sent, and no folder', async () => {
    const folder = await folderOn((_request, response) => {
      const folderInside = file('sub/', '"f"').replace(
        '<x:resourcetype/>',
        '<x:resourcetype><x:collection/></x:resourcetype>',
      )
      const files = [file('a.gz', '&quot;1-2&quot;'), file('b.gz', 'W/"3"'), file('c.gz')]
      response.writeHead(207).end(listing(...files, folderInside))
    })
    expect(await folder.list()).toEqual([
      { name: 'a.gz', etag: '"1-2"' },
      { name: 'b.gz', etag: 'W/"3"' },
      { name: 'c.gz', etag: '' },
    ])
  })

  test('is asked with user and password in UTF-8, and without cookies', async () => {
    let headers: IncomingMessage['headers'] = {}
    const folder = await folderOn((request, response) => {
      headers = request.headers
      response.writeHead(207).end(listing())
    })
    expect(await folder.list()).toEqual([])
    const sent = Buffer.from(headers.authorization?.slice('Basic '.length) ?? '', 'base64')
    expect(sent.toString('utf8')).toBe(`${account.user}:${account.password}`)
    expect(headers.cookie).toBeUndefined()
  })

  test('is written to under a condition', async () => {
    const seen: (string | undefined)[][] = []
    const folder = await folderOn((request, response) => {
      seen.push([request.headers['if-match'], request.headers['if-none-match']])
      response.writeHead(204).end()
    })
    await folder.write('a.gz', bytes, undefined)
    await folder.write('a.gz', bytes, '"7"')
    await folder.write('a.gz', bytes, '')
    expect(seen).toEqual([
      [undefined, '*'],
      ['"7"', undefined],
      [undefined, undefined],
    ])
  })

  test('is made where there was none', async () => {
    const asked: string[] = []
    const folder = await folderOn((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(request.method === 'MKCOL' ? 201 : 404).end()
    })
    expect(await folder.list()).toEqual([])
    expect(asked.map((line) => line.replace(/\/$/, ''))).toEqual([
      'PROPFIND /dav/Paper%20boy',
      'MKCOL /dav/Paper%20boy',
    ])
  })

  test.each([
    [401, /does not take this user and password/],
    [403, /does not let this user write/],
    [404, /no such folder/],
    [405, /no WebDAV at this address/],
    [409, /no such folder/],
    [412, /at the same time/],
    [413, /larger than/],
    [423, /locked by another program/],
    [429, /busy/],
    [500, /HTTP 500/],
    [503, /busy/],
    [507, /no room left/],
  ])('that answers a write with %i says so plainly', async (status, words) => {
    const folder = await folderOn((_request, response) =>
      response.writeHead(status).end('<b>no</b>'),
    )
    const error: WebdavError = await folder
      .write('a.gz', bytes, undefined)
      .catch((thrown) => thrown)
    expect(error.message).toMatch(words)
    expect(error.status).toBe(status)
    expect(error.isConflict).toBe(status === 412)
  })

  test('that sends on to another address is not followed with the password', async () => {
    let asked = 0
    const folder = await folderOn((_request, response) => {
      asked++
      response.writeHead(301, { Location: '/elsewhere/' }).end()
    })
    await expect(folder.list()).rejects.toThrow(/sends on to another address/)
    expect(asked).toBe(1)
  })

  test.each([
    ['a web page', '<!doctype html><title>Log in</title>'],
    ['nothing', ''],
    ['half an answer', listing(file('a.gz'), file('b.gz')).slice(0, -200)],
    ['other XML', '<a><b/></a>'],
  ])('that answers with %s says that it is none', async (_what, body) => {
    const folder = await folderOn((_request, response) => response.writeHead(207).end(body))
    await expect(folder.list()).rejects.toThrow(/did not answer as a WebDAV server does/)
  })

  test('that breaks off in the middle of a file says so', async () => {
    const folder = await folderOn((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write('some')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(folder.read('a.gz')).rejects.toThrow(/could not be reached, or broke off/)
  })

  test.each([
    ['says how long it is', { 'Content-Length': String(70 * 2 ** 20) }],
    ['does not say how long it is', {}],
  ])('that sends a file without an end, and %s, is not heard out', async (_what, headers) => {
    let sent = 0
    const folder = await folderOn((_request, response) => {
      response.writeHead(200, headers)
      const part = new Uint8Array(2 ** 20)
      const go = () => {
        if (response.destroyed || sent > 200) return
        sent++
        response.write(part, () => setImmediate(go))
      }
      go()
    })
    await expect(folder.read('a.gz')).rejects.toThrow(/sent a file without an end/)
    expect(sent).toBeLessThan('Content-Length' in headers ? 40 : 150)
  })

  test('that is not there says so, and no error ever holds the password', async () => {
    const folder = openWebdav({ ...account, url: 'http://127.0.0.1:9/dav/' })
    const error: Error = await folder.list().catch((thrown) => thrown)
    expect(error.message).toMatch(/could not be reached/)
    const all = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
    expect(all).not.toContain('hunter2')
    expect(all).not.toContain(Buffer.from('ada:hunter2').toString('base64').slice(0, 12))
  })
})
