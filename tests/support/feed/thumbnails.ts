import type { ServerResponse } from 'node:http'
import { thumbnailPng } from './sample-thumbnail.ts'

/** Where the thumbnail of a paper is; the id is its group. */
export const thumbnailPath = /^\/social-thumbnails\/papers\/(\d{4}\.\d{4,5})\.png$/

/** Each takes a while to draw, and browsers come one after the other. */
const drawn = new Map<string, Buffer>()

export function sendThumbnail(response: ServerResponse, id: string, origin?: string): void {
  const png = drawn.get(id) ?? thumbnailPng(id)
  drawn.set(id, png)
  response.writeHead(200, {
    'Content-Type': 'image/png',
    'Content-Length': png.length,
    ...(origin && { 'Access-Control-Allow-Origin': origin }),
  })
  response.end(png)
}
