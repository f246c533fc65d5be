import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { PaperboyDatabase } from '../../../lib/db/database.ts'
import { watchParts, watchQuery } from '../../../lib/db/live.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { changeTags, setNote, setStatus } from '../../../lib/db/saved-parts.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

test('a query is run again when another page writes what it read, until it is ended', async () => {
  const db = openDatabase()
  const page = new PaperboyDatabase(db.name)
  const counts: number[] = []
  const end = watchQuery(
    () => db.papers.count(),
    (count) => counts.push(count),
    () => {},
  )
  await vi.waitFor(() => expect(counts).toEqual([0]))
  await page.papers.put(makePaper())
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1))
  end()
  await page.papers.put(makePaper({ id: '2608.00002' }))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(counts.at(-1)).toBe(1)
  page.close()
})

test('what a query throws is told', async () => {
  const onError = vi.fn()
  const query = () => Promise.reject(new Error('It broke.'))
  const end = watchQuery(query, () => {}, onError)
  await vi.waitFor(() => expect(onError).toHaveBeenCalled())
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: 'It broke.' })
  end()
})

describe('a query of keys', () => {
  test('is run again by writes to its parts, and by no others', async () => {
    const db = openDatabase()
    const [first = '', second = ''] = makeIds(2)
    await db.saved.put(makeSaved({ id: first }))
    const seen: string[][] = []
    const stop = watchParts(
      db,
      ['saved/savedAt', 'saved/:dels'],
      () => db.saved.orderBy('savedAt').primaryKeys(),
      (ids) => seen.push(ids),
      (error) => {
        throw error
      },
    )
    await expect.poll(() => seen).toEqual([[first]])
    await setNote(db, first, 'A note')
    await setStatus(db, [first], 'read')
    await changeTags(db, [first], { add: ['rag'] })
    await db.saved.add(makeSaved({ id: second }))
    await expect.poll(() => seen).toEqual([[first], [first, second]])
    await releasePapers(db, [first], 5)
    await expect.poll(() => seen.at(-1)).toEqual([second])
    stop()
    await db.saved.add(makeSaved({ id: first }))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(seen.at(-1)).toEqual([second])
  })

  test('tells what went wrong', async () => {
    const problems: unknown[] = []
    const fail = () => Promise.reject(new Error('broken'))
    watchParts(
      openDatabase(),
      ['saved'],
      fail,
      () => {},
      (error) => problems.push(error),
    )
    await expect.poll(() => problems).toEqual([new Error('broken')])
  })
})
