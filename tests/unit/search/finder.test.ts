import { expect, test } from 'vitest'
import { savePaper, unsavePaper } from '../../../lib/db/saved.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

test('a finder finds what is stored, and what comes later', async () => {
  const db = openDatabase()
  const finder = createFinder(db)
  expect(await finder.find('nothing')).toEqual([])
  await db.papers.put(makePaper())
  expect(await finder.find('nothing')).toEqual([makePaper()])
})

test('it finds a saved paper that the feed’s store has lost', async () => {
  const db = openDatabase()
  await db.papers.put(makePaper())
  await savePaper(db, '2608.00001', 1)
  await db.papers.clear()
  expect(await createFinder(db).find('nothing')).toEqual([makePaper()])
})

test('it finds a new paper, though at the same time another was let go', async () => {
  const db = openDatabase()
  const finder = createFinder(db)
  await db.papers.put(makePaper())
  await savePaper(db, '2608.00001', 1)
  await finder.find('nothing')
  await unsavePaper(db, '2608.00001', 5)
  await db.papers.put(makePaper({ id: '2608.00002', title: 'Nothing Again' }))
  expect(await finder.find('again')).toHaveLength(1)
})
