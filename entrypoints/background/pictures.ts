import { publishFrontPage } from '@/lib/front-page/publish.ts'
import { readWishes } from '@/lib/look.ts'
import { endPicturePause, fetchPictures } from '@/lib/sync-feed/fetch-pictures.ts'
import { shrinkPicture } from '@/lib/sync-feed/shrink-picture.ts'
import { db } from './database.ts'

let underWay = new AbortController()

/**
 * Fetches the pictures that are lacking, if the reader wants any, one round at a time; nobody
 * waits for it. A worker that is ended meanwhile goes on after the next sync.
 */
export function fetchPicturesBehind(): void {
  const { signal } = underWay
  navigator.locks
    .request('paperboy-pictures', async () => {
      const { picturesFrom } = await readWishes()
      if (!picturesFrom || signal.aborted) return
      const request = { db, endpoint: picturesFrom, shrink: shrinkPicture, signal }
      await fetchPictures(request)
      // The next new tab keeps boxes free for those that came, and for none that did not.
      await publishFrontPage(db)
    })
    .catch((error: unknown) => console.error('Paperboy could not fetch pictures:', error))
}

/** The reader chose another look, or another endpoint: what is under way may not be wanted. */
export function startPicturesAnew(): void {
  underWay.abort()
  underWay = new AbortController()
  publishFrontPage(db)
    .then(fetchPicturesBehind)
    .catch((error: unknown) => console.error('Paperboy could not change the look:', error))
}

/** The reader gave leave to a host, which may be that of the pictures. */
export function fetchPicturesWithLeave(): void {
  endPicturePause(db)
    .then(fetchPicturesBehind)
    .catch((error: unknown) => console.error('Paperboy could not fetch pictures:', error))
}
