import { describe, expect, test } from 'vitest'
import { completeSaved, keepPaper, noteTries, pendingPapers } from '../../../lib/db/pending.ts'
import { releasePapers, restoreLastReleased } from '../../../lib/db/released.ts'
import { savedCards } from '../../../lib/db/saved.ts'
import { readStamp } from '../../../lib/model/stamp.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const id = '2608.00001'
const savedFrom = 'page'

describe('keeping a paper by its id', () => {
  test('saves one that is stored with its record', async () => {
    const db = openDatabase()
    await db.papers.put(makePaper({ id, title: 'Stored' }))
    const outcome = await keepPaper(db, { id, title: 'Called', savedFrom }, 1000)
    expect(outcome).toEqual({ result: 'saved', savedAt: 1000, title: 'Stored' })
    expect(await db.saved.get(id)).toMatchObject({ savedAt: 1000, savedFrom: 'page' })
    expect(await pendingPapers(db)).toEqual([])
  })

  test('keeps one that is not with what is known of it', async () => {
    const db = openDatabase()
    const outcome = await keepPaper(db, { id, title: 'Called', savedFrom }, 1000)
    expect(outcome).toEqual({ result: 'pending', savedAt: 1000, title: 'Called' })
    const [saved] = await pendingPapers(db)
    expect(saved).toMatchObject({ id, savedAt: 1000, pendingSince: 1000, tags: [] })
    expect(saved?.record).toMatchObject({ id, title: 'Called', authorCount: 0 })
    expect(saved?.record.publishedAt).toBe(Date.UTC(2026, 7))
    expect(readStamp(saved?.stamps.saved ?? '').ms).toBeGreaterThan(0)
  })

  test('calls one by its id when nothing else is known', async () => {
    const db = openDatabase()
    await keepPaper(db, { id, savedFrom }, 1000)
    expect((await savedCards(db))[0]).toMatchObject({ title: 'arXiv 2608.00001' })
  })

  test('leaves one that is saved as it is, and says since when', async () => {
    const db = openDatabase()
    await keepPaper(db, { id, title: 'First', savedFrom }, 1000)
    const before = await db.saved.get(id)
    const outcome = await keepPaper(db, { id, title: 'Second', savedFrom: 'link' }, 2000)
    expect(outcome).toEqual({ result: 'already', savedAt: 1000, title: 'First' })
    expect(await db.saved.get(id)).toEqual(before)
  })

  test('takes away the mark of having let it go', async () => {
    const db = openDatabase()
    await keepPaper(db, { id, savedFrom }, 1000)
    await releasePapers(db, [id], 2000)
    expect(await db.tombstones.count()).toBe(1)
    await keepPaper(db, { id, savedFrom }, 3000)
    expect(await db.tombstones.count()).toBe(0)
  })

  test.each(['maths/0309136', '', '2608.1', '2608.00001v2'])('refuses %j', async (wrong) => {
    const db = openDatabase()
    await expect(keepPaper(db, { id: wrong, savedFrom }, 1)).rejects.toThrow(
      /not the id of a paper/,
    )
    expect(await db.saved.count()).toBe(0)
  })
})

describe('a saved paper that waits', () => {
  async function openWaiting() {
    const db = openDatabase()
    await keepPaper(db, { id, title: 'Called', savedFrom }, 1000)
    return db
  }

  test('gets its record, and keeps what the reader wrote', async () => {
    const db = await openWaiting()
    await noteTries(db, [id], 1500)
    const written = { note: 'For *Friday*', tags: ['thesis'], status: 'reading' as const }
    await db.saved.update(id, written)
    const { stamps } = (await db.saved.get(id)) ?? {}
    const paper = makePaper({ id, title: 'The title', abstract: 'We show it.' })
    await db.papers.put(paper)
    expect(await completeSaved(db, id)).toBe(true)
    expect(await db.saved.get(id)).toEqual({
      ...{ id, savedAt: 1000, savedFrom: 'page', record: paper, stamps },
      ...written,
    })
    expect(await pendingPapers(db)).toEqual([])
  })

  test('goes on waiting as long as nothing is stored of it', async () => {
    const db = await openWaiting()
    expect(await completeSaved(db, id)).toBe(false)
    expect(await pendingPapers(db)).toHaveLength(1)
  })

  test('waits on when it was let go and put back', async () => {
    const db = await openWaiting()
    await releasePapers(db, [id], 2000)
    expect(await pendingPapers(db)).toEqual([])
    await restoreLastReleased(db, 0)
    expect(await pendingPapers(db)).toMatchObject([{ id, pendingSince: 1000 }])
  })

  test('is listed and says since when it waits', async () => {
    const db = await openWaiting()
    expect(await savedCards(db)).toMatchObject([{ id, savedAt: 1000, pendingSince: 1000 }])
  })

  test('is not taken for tried once it has its record', async () => {
    const db = await openWaiting()
    await db.papers.put(makePaper({ id }))
    await completeSaved(db, id)
    await noteTries(db, [id], 1500)
    expect(await db.saved.get(id)).not.toHaveProperty('triedAt')
  })

  test('that has its record keeps that one, whatever comes later', async () => {
    const db = openDatabase()
    await db.papers.put(makePaper({ id, title: 'First' }))
    await keepPaper(db, { id, savedFrom }, 1000)
    await db.papers.put(makePaper({ id, title: 'Second' }))
    expect(await completeSaved(db, id)).toBe(false)
    expect((await db.saved.get(id))?.record.title).toBe('First')
  })
})
