import { expect, test } from 'vitest'
import { storeRecords } from '../../../lib/library/store-records.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

test('papers from another machine are found here, once they are saved', async () => {
  const db = openDatabase()
  const ids = makeIds(3)
  const records = ids.map((id) => makePaper({ id, title: 'On Xylophones' }))
  await db.papers.put(makePaper({ id: ids[0] as string, title: 'As the feed has it' }))
  await db.saved.bulkPut(ids.slice(0, 2).map((id) => makeSaved({ id })))
  const odd = makePaper({ id: 'no arXiv id' })
  await storeRecords(db, [...records, odd])
  await storeRecords(db, records)
  const { papers } = await createFinder(db).find('xylophones', 10)
  expect(papers.map(({ id }) => id)).toEqual([ids[1]])
  expect((await db.papers.get(ids[0] as string))?.title).toBe('As the feed has it')
  expect(await db.papers.count()).toBe(2)
})
