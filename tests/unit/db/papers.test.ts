import { expect, test } from 'vitest'
import { allPapers } from '../../../lib/db/all-papers.ts'
import { cardsByIds, editionCards, getPaper, papersByIds } from '../../../lib/db/papers.ts'
import { markRead } from '../../../lib/db/reads.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { makeIds, makePaper, makeSaved } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const [one, two, three] = makeIds(3) as [string, string, string]

async function openWithPapers() {
  const db = openDatabase()
  await db.papers.bulkPut([one, two].map((id) => makePaper({ id, abstract: `About ${id}.` })))
  return db
}

test('papers come in the order of the ids, without those that are not stored', async () => {
  const db = await openWithPapers()
  const papers = await papersByIds(db, [two, three, one])
  expect(papers.map(({ id }) => id)).toEqual([two, one])
  expect(await papersByIds(db, [])).toEqual([])
})

test('a paper that is not here is undefined', async () => {
  expect(await getPaper(await openWithPapers(), three)).toBeUndefined()
})

test('cards say what was saved and read', async () => {
  const db = await openWithPapers()
  await savePaper(db, one, 1000)
  await markRead(db, two, 5)
  expect(await cardsByIds(db, [one, two])).toMatchObject([
    { id: one, savedAt: 1000, isRead: false },
    { id: two, savedAt: undefined, isRead: true },
  ])
})

test('the first card of an edition has its abstract, the others have none', async () => {
  const db = await openWithPapers()
  const cards = await editionCards(db, [two, one])
  expect(cards.map(({ abstract }) => abstract)).toEqual([`About ${two}.`, undefined])
  expect(await editionCards(db, [])).toEqual([])
})

test('the first that is stored leads, when the very first is not', async () => {
  const db = await openWithPapers()
  const [lead] = await editionCards(db, [three, one])
  expect(lead).toMatchObject({ id: one, abstract: `About ${one}.` })
})

test('a paper is read the first time it is opened', async () => {
  const db = openDatabase()
  await markRead(db, one, 5)
  await markRead(db, one, 6)
  expect(await db.reads.toArray()).toEqual([{ id: one, readAt: 5 }])
})

test('all papers are each there once, the reader’s own copies included', async () => {
  const db = await openWithPapers()
  await savePaper(db, one, 1000)
  await db.saved.put(makeSaved({ id: three }))
  const papers = await allPapers(db)
  expect(papers.map(({ id }) => id).sort()).toEqual([one, two, three])
})
