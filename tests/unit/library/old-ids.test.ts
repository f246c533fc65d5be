import { expect, test } from 'vitest'
import { keepPaper } from '../../../lib/db/pending.ts'
import { readAll } from '../../../lib/library/bring-in/read-all.ts'
import { citationsOf } from '../../../lib/library/cite/citations.ts'
import { applyLibrary, readLibrary } from '../../../lib/library/merge/apply.ts'
import { paperLinks } from '../../../lib/model/paper-links.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { resetIndex } from '../../../lib/search/store/rebuild.ts'
import { storeLookedUp } from '../../../lib/sync-feed/look-up-paper.ts'
import { decodeChunk, encodeChunk } from '../../../lib/sync-library/chunk/chunk.ts'
import { makeFetched, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from '../search/store-papers.ts'

const id = 'hep-th/9901001'
const fetched = makeFetched({
  ...{ id, title: 'On Zebras in Ten Dimensions', publishedAt: Date.UTC(1999, 0, 4) },
  ...{ onlyOnArxiv: true, primaryClass: 'hep-th' },
})

test('a paper of before April 2007 is saved by its id, filled in and found', async () => {
  const db = openDatabase()
  await storePapers(db, [makePaper({ title: 'Zebras Today' })])
  const kept = await keepPaper(db, { id, savedFrom: 'link' }, 5)
  expect(kept.result).toBe('pending')
  expect((await db.saved.get(id))?.record.publishedAt).toBe(Date.UTC(1999, 0))
  await storeLookedUp(db, fetched)
  expect((await db.saved.get(id))?.record.title).toBe(fetched.title)
  const finder = createFinder(db)
  const found = async (query: string) => (await finder.find(query, 20)).papers.map(({ id }) => id)
  for (const query of [id, `arXiv:${id}v2`, `id:${id}`, 'ten dimensions', 'is:saved zebras']) {
    expect(await found(query), query).toEqual([id])
  }
  expect(await found('zebras sort:new')).toEqual(['2608.00001', id])
  // The same without an index.
  await resetIndex(db)
  expect(await found(id)).toEqual([id])
  expect(await found('zebras sort:new')).toEqual(['2608.00001', id])
  expect((await finder.findSaved(id)).ids).toEqual([id])
  expect(paperLinks(fetched).home).toBe(`https://arxiv.org/abs/${id}`)
})

test('what it is cited as is read back', async () => {
  const paper = makePaper(fetched)
  for (const format of ['bibtex', 'biblatex', 'ris', 'csl-json'] as const) {
    const { entries } = await readAll(citationsOf([{ paper }], format))
    expect(
      entries.map((each) => each.id),
      format,
    ).toEqual([id])
  }
})

test('it comes to other machines', async () => {
  const here = openDatabase()
  await keepPaper(here, { id, title: fetched.title, savedFrom: 'page' }, 5)
  const chunk = await encodeChunk(await readLibrary(here))
  const there = openDatabase('elsewhere')
  await applyLibrary(there, await decodeChunk(chunk ?? ''))
  expect((await there.saved.get(id))?.savedAt).toBe(5)
})
