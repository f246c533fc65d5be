import { joinNotes } from '../model/join-notes.ts'
import type { Release, SavedPaper } from '../model/saved-paper.ts'
import type { Stamp } from '../model/stamp.ts'
import { stampChange } from './clock.ts'
import type { Database } from './database.ts'
import { readLibraryState, writeLibraryState } from './library-state.ts'
import { libraryTables, withoutRelease } from './saved.ts'

/** How long the bin keeps what was let go (ms). */
export const keepReleasedMs = 30 * 86_400_000

const dayMs = 86_400_000
/** More than a browser is left alone for, most often. */
const leapMs = 7 * dayMs

/** Papers let go one by one in the same millisecond are dated a little ahead. */
const aheadAtMostMs = 60_000

/**
 * Lets papers go, at once; their copies lie in the bin for thirty days, so that they can be put
 * back from any page. What is not saved is passed over. `now` in ms.
 */
export async function releasePapers(
  db: Database,
  ids: readonly string[],
  now: number,
): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const saved = (await db.saved.bulkGet([...ids])).filter((each) => each !== undefined)
    if (saved.length === 0) return
    const stamp = await stampChange(db)
    const releasedAt = await freeTime(db, now)
    // An older copy that lies in the bin already goes into this one.
    const older = await db.released.bulkGet(saved.map(({ id }) => id))
    const whole = saved.map((each, i) => withOlder(each, older[i], stamp))
    await db.released.bulkPut(whole.map((each) => ({ ...each, releasedAt })))
    await db.tombstones.bulkPut(saved.map(({ id }) => ({ id, stamp })))
    await db.saved.bulkDelete(saved.map(({ id }) => id))
  })
}

/** A paper with the tags and the note that an older copy of it has besides; itself if it has none. */
function withOlder(paper: SavedPaper, older: SavedPaper | undefined, stamp: Stamp): SavedPaper {
  const note = joinNotes(paper.note, older?.note)
  const tags = (older?.tags ?? []).filter((tag) => !paper.tags.includes(tag))
  const isNoted = note !== paper.note
  if (!isNoted && tags.length === 0) return paper
  const stampOfEach = Object.fromEntries(tags.map((tag) => [tag, stamp]))
  return {
    ...paper,
    tags: [...paper.tags, ...tags],
    ...(isNoted && { note }),
    stamps: {
      ...paper.stamps,
      ...(isNoted && { note: stamp }),
      ...(tags.length > 0 && { tags: { ...paper.stamps.tags, ...stampOfEach } }),
    },
  }
}

/** What is let go in the same millisecond is not let go at once. */
async function freeTime(db: Database, now: number): Promise<number> {
  let time = now
  while ((await db.released.where('releasedAt').equals(time).count()) > 0) time++
  return time
}

/**
 * Deletes what has lain in the bin for thirty days, at most once a day. A clock that leapt ahead
 * is believed only after it has gone on from there for a week, so that one set wrong for a while
 * empties nothing; after weeks in which the browser was not used, the bin keeps that much longer.
 * `now` in ms. False when it was done a while ago.
 */
export async function pruneBin(db: Database, now: number): Promise<boolean> {
  return db.transaction('rw', [db.released, db.libraryState], async () => {
    const { seenAt = Number.NEGATIVE_INFINITY, heldUntil = now } =
      (await readLibraryState(db, 'binClock')) ?? {}
    if (now >= seenAt && now - seenAt < dayMs) return false
    const hasLeapt = now < seenAt || now - seenAt > leapMs
    const held = hasLeapt ? now + leapMs : heldUntil
    await writeLibraryState(db, 'binClock', { seenAt: now, heldUntil: held })
    if (now >= held) {
      await db.released
        .where('releasedAt')
        .below(now - keepReleasedMs)
        .delete()
    }
    return true
  })
}

/** What was let go last since a time (ms); undefined for nothing. */
export function lastRelease(db: Database, since: number): Promise<Release | undefined> {
  return db.transaction('r', db.released, async () => {
    // What a clock that has been put right since dated ahead was not let go last.
    const until = Date.now() + aheadAtMostMs
    const last = await db.released.where('releasedAt').between(since, until, false).last()
    if (!last) return undefined
    const { releasedAt, record } = last
    const count = await db.released.where('releasedAt').equals(releasedAt).count()
    return { releasedAt, count, title: record.title }
  })
}

/** Puts all that was let go last back as it was. */
export async function restoreLastReleased(db: Database, since: number): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const last = await lastRelease(db, since)
    if (!last) return
    await restorePapers(
      db,
      await db.released.where('releasedAt').equals(last.releasedAt).primaryKeys(),
    )
  })
}

/** Puts papers of the bin back as they were. */
export async function restorePapers(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', [...libraryTables(db)], async () => {
    const released = (await db.released.bulkGet([...ids])).filter((each) => each !== undefined)
    if (released.length === 0) return
    const kept = await db.saved.bulkGet(released.map(({ id }) => id))
    const back = released.filter((_, i) => kept[i] === undefined).map(withoutRelease)
    const saved = await stampChange(db)
    // Saved again in the meantime, a paper is kept as it is now, with what was in the bin besides.
    const joined = released.flatMap((each, i) => (kept[i] ? [withOlder(kept[i], each, saved)] : []))
    await db.saved.bulkPut(joined.filter((each) => !kept.includes(each)))
    await db.saved.bulkAdd(back.map((each) => ({ ...each, stamps: { ...each.stamps, saved } })))
    await db.tombstones.bulkDelete(back.map(({ id }) => id))
    await db.released.bulkDelete(released.map(({ id }) => id))
  })
}

/** Deletes papers of the bin; that they were let go stays known. */
export async function deleteForGood(db: Database, ids: readonly string[]): Promise<void> {
  await db.released.bulkDelete([...ids])
}

/** The ids of what lies in the bin, the last let go first. `now` in ms. */
export async function binIds(db: Database, now: number): Promise<string[]> {
  const ids = await db.released
    .where('releasedAt')
    .above(now - keepReleasedMs)
    .primaryKeys()
  return ids.reverse()
}
