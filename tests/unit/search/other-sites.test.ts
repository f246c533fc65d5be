import { describe, expect, test, vi } from 'vitest'
import { keepPaper } from '../../../lib/db/pending.ts'
import { markRead } from '../../../lib/db/reads.ts'
import { releasePapers } from '../../../lib/db/released.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { changeTags, setNote } from '../../../lib/db/saved-parts.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { findHits } from '../../../lib/search/hits.ts'
import { resetIndex } from '../../../lib/search/store/rebuild.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { anthologyPaper, journalPaper, reviewedPaper } from '../papers-of-sites.ts'
import { storePapers } from './store-papers.ts'

const [acl, review, journal] = [anthologyPaper.id, reviewedPaper.id, journalPaper.id]
const [older, newer] = ['2401.00001', '2409.00001']

/** Three papers of other sites are saved beside two of arXiv that are not. */
async function open(isIndexed = true) {
  const db = openDatabase()
  await storePapers(db, [
    makePaper({
      id: older,
      title: 'Zebras before',
      abstract: 'On a P09-2025.',
      publishedAt: Date.UTC(2024, 0, 2),
    }),
    makePaper({
      id: newer,
      title: 'Zebras after',
      abstract: '2025.gpt-4.5',
      publishedAt: Date.UTC(2024, 8, 2),
    }),
  ])
  for (const [i, record] of [anthologyPaper, reviewedPaper, journalPaper].entries()) {
    await keepPaper(db, { id: record.id, record, savedFrom: 'page' }, 1000 + i)
  }
  await changeTags(db, [acl], { add: ['thesis'] })
  await setNote(db, review, 'Compare with *chapter 2*')
  await markRead(db, journal, 5)
  if (!isIndexed) await resetIndex(db)
  const finder = createFinder(db)
  const find = async (query: string) => (await finder.find(query, 20)).papers.map(({ id }) => id)
  const findSaved = async (query: string) => (await finder.findSaved(query)).ids
  return { db, finder, find, findSaved }
}

describe.each([true, false])('papers of other sites (with an index: %s)', (isIndexed) => {
  test.each([
    ['zebras', [acl, older, newer]],
    ['zebras sort:new', [newer, acl, older]],
    ['zebra corpus', [acl]],
    ['treebanks', [acl]],
    ['author:"van der Two"', [acl]],
    ['title:striped', [review]],
    ['attention -gaps', []],
    ['is:saved', [acl, review, journal]],
    ['is:saved sort:new', [acl, review, journal]],
    ['-is:saved zebras', [older, newer]],
    ['is:saved is:unread', [acl, review]],
    ['tag:thesis', [acl]],
    ['note:"chapter 2"', [review]],
    ['is:saved thesis', [acl]],
    ['is:saved after:2023-09 before:2024-03', [review]],
    ['zebras after:2024-08', [acl, newer]],
    ['zebras top:1', [older, newer]],
    [acl, [acl]],
    [`id:${acl}`, [acl]],
    ['id:https://aclanthology.org/2024.acl-long.12/', [acl]],
    ['https://openreview.net/pdf?id=aB_-c--9', [review]],
    ['https://aclanthology.org/P19-1001/', []],
    ['2024.acl-long.12', [acl]],
    ['ACL Anthology 2024.acl-long.12', [acl]],
    ['id:2024.acl-long.12', [acl]],
    // Of no paper that is saved: words.
    ['P09-2025', [older]],
    ['2025.gpt-4.5', [newer]],
  ])('are found by %s', async (query, ids) => {
    const { find } = await open(isIndexed)
    const found = await find(query)
    expect(query.includes('sort:') ? found : found.toSorted()).toEqual(
      query.includes('sort:') ? ids : ids.toSorted(),
    )
  })

  test.each(['is:saved', 'is:saved -banana', 'after:1998'])(
    'come among the others by their date for %s, where no word is looked for',
    async (query) => {
      const { db, find } = await open(isIndexed)
      for (const id of [older, newer]) await savePaper(db, id, 1)
      expect(await find(query)).toEqual([newer, acl, older, review, journal])
    },
  )

  test('are found among what is saved, by tag, note and words', async () => {
    const { findSaved } = await open(isIndexed)
    expect(await findSaved('zebras')).toEqual([acl])
    expect(await findSaved('thesis')).toEqual([acl])
    expect(await findSaved('chapter')).toEqual([review])
    expect(await findSaved('https://aclanthology.org/2024.acl-long.12.pdf')).toEqual([acl])
    expect(await findSaved('2024.acl-long.12')).toEqual([acl])
  })

  test('and a bare id that no saved paper has is a word there, too', async () => {
    const { db, findSaved } = await open(isIndexed)
    await changeTags(db, [acl], { add: ['w13-2024'] })
    expect(await findSaved('W13-2024')).toEqual([acl])
  })
})

test('what is saved or let go next is found, or no longer', async () => {
  const { db, find } = await open()
  expect(await find('treebanks')).toEqual([acl])
  await releasePapers(db, [acl], 5)
  expect(await find('treebanks')).toEqual([])
  await keepPaper(db, { id: 'acl:P19-1001', title: 'Treebanks by link', savedFrom: 'link' }, 7)
  expect(await find('treebanks')).toEqual(['acl:P19-1001'])
})

test('they are found by other forms of their words, as those of arXiv are, and by no inside of one', async () => {
  const { find } = await open()
  expect((await find('stripes')).toSorted()).toEqual([acl, review])
  expect(await find('treebank counting')).toEqual([acl])
  expect(await find('-stripes zebras')).toEqual([newer, older])
  // "bras" is inside of zebras, and "tent" of attention.
  expect(await find('bras ')).not.toContain(acl)
  expect(await find('tent ')).not.toContain(review)
})

test('those that hold the words in an abstract alone come behind what the index found', async () => {
  const { db, finder } = await open()
  await storePapers(db, [makePaper({ id: '2410.00001', title: 'Stripes for all' })])
  const { papers, total } = await finder.find('count stripes', 20)
  expect(papers.map(({ id }) => id)).toEqual([acl])
  expect(total).toBe(1)
  const found = (await finder.find('stripes', 20)).papers.map(({ id }) => id)
  expect(found).toEqual([review, '2410.00001', acl])
})

test('hits say where the words stand', async () => {
  const { db, finder } = await open()
  const { cards } = await findHits(db, finder, 'treebanks', 5)
  expect(cards[0]?.snippet?.filter(({ isMarked }) => isMarked)).toEqual([
    { text: 'treebanks', isMarked: true },
  ])
})

test('with none of them, no row of what is saved is read for a search', async () => {
  const db = openDatabase()
  await storePapers(db, [makePaper({ title: 'Zebras' })])
  await keepPaper(db, { id: '2608.00001', savedFrom: 'page' }, 5)
  const finder = createFinder(db)
  const read = vi.fn((row: unknown) => row)
  db.saved.hook('reading', read as never)
  await finder.find('zebras', 5)
  expect(read).not.toHaveBeenCalled()
})
