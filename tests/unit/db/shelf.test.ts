import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markRead } from '../../../lib/db/reads.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { changeTags, setNote, setStatus } from '../../../lib/db/saved-parts.ts'
import {
  binRows,
  shelfIds,
  shelfRows,
  statusCounts,
  tagCounts,
  tagsAmong,
} from '../../../lib/db/shelf.ts'
import { readingStatuses, type SavedPaper } from '../../../lib/model/saved-paper.ts'
import type { ShelfSort } from '../../../lib/model/shelf.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const tags = ['agents', 'rag', 'vision']

const saved: fc.Arbitrary<SavedPaper[]> = fc
  .array(
    fc.record({
      savedAt: fc.nat(20),
      publishedAt: fc.nat(20),
      upvotes: fc.nat(5),
      status: fc.constantFrom(...readingStatuses),
      tags: fc.subarray(tags),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ savedAt, publishedAt, upvotes, status, tags }, i) => {
      const id = makeIds(30)[i] as string
      const record = makePaper({ id, publishedAt, upvotes })
      return makeSaved({ id, savedAt, status, tags, record })
    }),
  )

/** What a paper is ordered by, the highest first. */
const keyOf: Record<ShelfSort | 'saved', (paper: SavedPaper) => number> = {
  saved: ({ savedAt }) => savedAt,
  published: ({ record }) => record.publishedAt,
  votes: ({ record }) => record.upvotes,
}

describe('the shelf', () => {
  test('has the papers that pass, in order, like a list that is sorted and filtered', async () => {
    const view = fc.record(
      {
        sort: fc.constantFrom<ShelfSort>('published', 'votes'),
        status: fc.constantFrom(...readingStatuses),
        tags: fc.subarray(tags, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(saved, view, async (papers, view) => {
        const db = openDatabase()
        await db.saved.bulkPut(papers)
        const key = keyOf[view.sort ?? 'saved']
        const naive = papers
          .filter(({ status }) => !view.status || status === view.status)
          .filter((paper) => (view.tags ?? []).every((tag) => paper.tags.includes(tag)))
          .sort((a, b) => key(b) - key(a) || (a.id < b.id ? 1 : -1))
        expect(await shelfIds(db, view)).toEqual({
          ids: naive.map(({ id }) => id),
          total: papers.length,
        })
        await db.delete()
      }),
      { numRuns: 40 },
    )
  })

  test('keeps a paper whose record lacks what is ordered by, at the end', async () => {
    const db = openDatabase()
    const [first = '', second = ''] = makeIds(2)
    const { upvotes: _, ...record } = makePaper({ id: first })
    await db.saved.bulkPut([
      makeSaved({ id: first, record: record as SavedPaper['record'], pendingSince: 1 }),
      makeSaved({ id: second }),
    ])
    expect((await shelfIds(db, { sort: 'votes' })).ids).toEqual([second, first])
  })

  test('has rows with what the reader did to each', async () => {
    const db = openDatabase()
    const [first = '', second = '', third = ''] = makeIds(3)
    await db.saved.bulkPut([first, second].map((id) => makeSaved({ id, savedFrom: 'page' })))
    await setStatus(db, [second], 'read')
    await changeTags(db, [second], { add: ['rag'] })
    await setNote(db, second, 'Good')
    await markRead(db, second, 3)
    expect(await shelfRows(db, [second, third, first])).toMatchObject([
      { id: second, status: 'read', tags: ['rag'], note: 'Good', isRead: true, savedFrom: 'page' },
      { id: first, status: 'to-read', tags: [], isRead: false },
    ])
    await releasePapers(db, [second], 77)
    expect(await shelfRows(db, [second])).toEqual([])
    expect(await binRows(db, [second])).toMatchObject([{ note: 'Good', releasedAt: 77 }])
  })

  test('counts tags and statuses', async () => {
    const db = openDatabase()
    const ids = makeIds(3)
    await db.saved.bulkPut(ids.map((id) => makeSaved({ id })))
    await changeTags(db, ids, { add: ['rag'] })
    await changeTags(db, ids.slice(1), { add: ['Agents'] })
    await setStatus(db, ids.slice(2), 'reading')
    expect(await tagCounts(db)).toEqual([
      { tag: 'Agents', count: 2 },
      { tag: 'rag', count: 3 },
    ])
    expect(await tagsAmong(db, ids.slice(0, 1))).toEqual([{ tag: 'rag', count: 1 }])
    expect(await statusCounts(db)).toEqual({ 'to-read': 2, reading: 1, read: 0 })
  })
})
