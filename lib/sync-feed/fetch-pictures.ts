import type { Database } from '../db/database.ts'
import { latestEdition } from '../db/listings.ts'
import { papersByIds } from '../db/papers.ts'
import { getPictures, storePicture } from '../db/pictures.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { FeedError } from '../errors.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Paper } from '../model/paper.ts'
import {
  isMissing,
  isPaused,
  type PictureState,
  pictureAddress,
  picturePauseMs,
  picturesOfEdition,
} from '../model/picture.ts'
import { fetchThumbnail } from '../sources/thumbnail.ts'
import type { shrinkPicture } from './shrink-picture.ts'

/** As wide as a column, and for the paper that leads as the lead is. */
const usualWidth = 360
const leadWidth = 640
/** Of the saved papers, those saved last. */
const savedWithPicture = 200

export interface PictureRequest {
  db: Database
  endpoint: string
  shrink: typeof shrinkPicture
  signal?: AbortSignal
  now?: () => number
}

/**
 * Fetches the pictures that the newest edition and the saved papers lack, one after the other in
 * that order, and keeps them small. Returns how many came. It goes on where it was stopped, and
 * never rejects for a host's sake: what went wrong is in the state, and ends the round.
 */
export async function fetchPictures(request: PictureRequest): Promise<number> {
  const { db, endpoint, shrink, signal, now = Date.now } = request
  const { pictures: state = { missing: {} }, backOff } = await readSyncState(db)
  if (isPaused(state, now())) return 0
  const { wanted, kept } = await picturesToFetch(db, endpoint, state, now())
  const missing = Object.entries(state.missing).filter(([id]) => isMissing(id, state, now()))
  const next: PictureState = { missing: Object.fromEntries(missing) }
  let stored = 0
  for (const { paper, address, width } of wanted) {
    if (signal?.aborted) break
    try {
      const thumbnail = await fetchThumbnail(address, signal)
      // One that the browser cannot draw, or not so small, is as good as none.
      const picture = thumbnail && (await shrink(thumbnail, width).catch(() => undefined))
      if (picture)
        await storePicture(db, { ...picture, id: paper.id, storedAt: now(), width }, kept)
      else next.missing[paper.id] = now()
      stored += picture ? 1 : 0
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
      if (signal?.aborted) break
      next.pausedUntil = error.retryAt ?? now() + picturePauseMs
      // The feed answers, so it is not the network: the host gives pages of others nothing.
      if (error.status === undefined && !backOff) next.refusedBy = new URL(address).origin
      break
    }
  }
  await writeSyncState(db, 'pictures', next)
  return stored
}

/** Lets pictures be asked for at once, whatever went wrong before. */
export async function endPicturePause(db: Database): Promise<void> {
  const { pictures } = await readSyncState(db)
  if (pictures) await writeSyncState(db, 'pictures', { missing: pictures.missing })
}

async function picturesToFetch(
  db: Database,
  endpoint: string,
  state: PictureState,
  now: number,
): Promise<{
  wanted: { paper: Paper; address: string; width: number }[]
  kept: ReadonlySet<string>
}> {
  const edition = await latestEdition(db, feedDateAt(new Date(now)))
  const papers = await papersByIds(db, edition?.ids.slice(0, picturesOfEdition) ?? [])
  const saved = await db.saved.orderBy('savedAt').reverse().limit(savedWithPicture).toArray()
  const all = new Map(
    [...papers, ...saved.map(({ record }) => record)].map((paper) => [paper.id, paper]),
  )
  const stored = new Map(
    (await getPictures(db, [...all.keys()])).map(({ id, width }) => [id, width]),
  )
  const [lead] = papers
  const wanted = [...all.values()].flatMap((paper) => {
    const address = pictureAddress(paper, endpoint)
    const width = paper.id === lead?.id ? leadWidth : usualWidth
    // A paper may come to lead when its picture is here already, too small for that.
    const isHere = stored.has(paper.id) && (width === usualWidth || stored.get(paper.id) === width)
    return !address || isHere || isMissing(paper.id, state, now) ? [] : [{ paper, address, width }]
  })
  return { wanted, kept: new Set(all.keys()) }
}
