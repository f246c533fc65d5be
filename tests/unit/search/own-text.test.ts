import { describe, expect, test } from 'vitest'
import type { Database } from '../../../lib/db/database.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { changeTags, setNote } from '../../../lib/db/saved-parts.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { findHits } from '../../../lib/search/hits.ts'
import { resetIndex } from '../../../lib/search/store/rebuild.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

const papers = [
  makePaper({ id: '2603.00001', title: 'Sparse Upcycling', keywords: ['agents'] }),
  makePaper({ id: '2605.00002', title: 'Dense Retrieval', abstract: 'Of agents and tools.' }),
  makePaper({ id: '2607.00003', title: 'Training Checkpoints' }),
  makePaper({ id: '2608.00004', title: 'Nothing Is Saved of This', keywords: ['thesis'] }),
]
const [first = '', second = '', third = '', unsaved = ''] = papers.map(({ id }) => id)

/** Three of four papers are saved, tagged and noted. `isIndexed`: with the index, or without. */
async function open(isIndexed = true) {
  const db = openDatabase()
  // In two segments, so that each has papers of its own.
  await storePapers(db, papers.slice(0, 2))
  await storePapers(db, papers.slice(2))
  for (const id of [first, second, third]) await savePaper(db, id, 1)
  await changeTags(db, [first, third], { add: ['thesis'] })
  await changeTags(db, [second], { add: ['mixture of experts', 'C++'] })
  await setNote(db, third, 'Ask **Zoë** about the warm-up of *chapter 2*')
  if (!isIndexed) await resetIndex(db)
  const finder = createFinder(db)
  const find = async (query: string) =>
    (await finder.find(query, 20)).papers.map(({ id }) => id).sort()
  const findSaved = async (query: string) => (await finder.findSaved(query)).ids.sort()
  return { db, finder, find, findSaved }
}

describe.each([true, false])('what the reader wrote (with an index: %s)', (isIndexed) => {
  test.each([
    ['tag:thesis', [first, third, unsaved]],
    ['tag:thes', [first, third, unsaved]],
    ['tag:agents', [first]],
    ['tag:"mixture of experts"', [second]],
    ['tag:experts', [second]],
    ['tag:"experts of"', []],
    ['dense tag:experts', [second]],
    ['thesis', [unsaved]],
    ['is:saved thesis', [first, third]],
    ['is:saved zoe', [third]],
    ['is:saved "chapter 2"', [third]],
    ['is:saved "2 chapter"', []],
  ])('%s', async (query, ids) => {
    const { find } = await open(isIndexed)
    expect(await find(query)).toEqual(ids)
  })

  test.each([
    ['thesis', [first, third]],
    ['training thesis', [third]],
    ['training zoe', [third]],
    ['tag:thesis zoe', [third]],
    ['note:zoe', [third]],
    ['agents', [first, second]],
    ['-thesis', [second]],
    ['tag:thesis -zoe', [first]],
    ['2607.00003', [third]],
    ['', [first, second, third]],
  ])('among the saved, %j', async (query, ids) => {
    const { findSaved } = await open(isIndexed)
    if (query === '' && !isIndexed) return
    expect(await findSaved(query)).toEqual(ids)
  })
})

test('a note changed, and a paper let go, are found as they are now', async () => {
  const { db, findSaved } = await open()
  expect(await findSaved('zoe')).toEqual([third])
  await setNote(db, third, 'Nobody')
  await setNote(db, first, 'Ask Zoe')
  await expect.poll(() => findSaved('zoe')).toEqual([first])
  await releasePapers(db, [first], 5)
  await expect.poll(() => findSaved('zoe')).toEqual([])
})

test('a hit says that its tag or its note is why', async () => {
  const { db, finder } = await open()
  const reasonsOf = async (database: Database, query: string) =>
    (await findHits(database, finder, query, 20)).cards
      .flatMap(({ reasons }) => reasons)
      .map(({ place, text }) => [place, text.map((run) => run.text).join('')])
  expect(await reasonsOf(db, 'tag:experts')).toEqual([['tag', 'mixture of experts']])
  expect(await reasonsOf(db, 'is:saved chapter')).toEqual([
    ['note', expect.stringContaining('chapter 2')],
  ])
})
