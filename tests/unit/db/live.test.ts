import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { PaperboyDatabase } from '../../../lib/db/database.ts'
import { watchQuery } from '../../../lib/db/live.ts'
import { makePaper } from '../make-paper.ts'
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
