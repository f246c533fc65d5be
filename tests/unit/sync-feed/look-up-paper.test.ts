import { expect, test } from 'vitest'
import { keepPaper } from '../../../lib/db/pending.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { lookUpPaper } from '../../../lib/sync-feed/look-up-paper.ts'
import { openDatabase } from '../open-database.ts'
import { startArxiv } from '../start-arxiv.ts'
import { idsOfDay, startFeed } from '../start-feed.ts'

const id = '2501.99999'

test('a paper that Hugging Face has comes from there, and arXiv is not asked', async () => {
  const [feed, arxiv] = [await startFeed(), await startArxiv()]
  const db = openDatabase()
  const [known = ''] = idsOfDay(feed, feed.source.dates.at(-1) ?? '')
  const sources = { endpoint: feed.url, arxiv: arxiv.url }
  expect(await lookUpPaper(db, sources, known)).toBe('stored')
  expect(await db.papers.get(known)).toMatchObject({ id: known })
  expect(arxiv.requests).toEqual([])
})

test('one that it lacks comes from arXiv, can be found, and completes the saved one', async () => {
  const [feed, arxiv] = [
    await startFeed(),
    await startArxiv([{ id, title: 'On Zebras', primaryClass: 'cs.CL', doi: '10.1/x' }]),
  ]
  const db = openDatabase()
  await keepPaper(db, { id, savedFrom: 'page' }, 1000)
  expect(await lookUpPaper(db, { endpoint: feed.url, arxiv: arxiv.url }, id)).toBe('stored')
  const { record, pendingSince } = (await db.saved.get(id)) ?? {}
  expect(pendingSince).toBeUndefined()
  expect(record).toMatchObject({ title: 'On Zebras', primaryClass: 'cs.CL', doi: '10.1/x' })
  const { papers } = await createFinder(db).find('zebras', 5)
  expect(papers.map((paper) => paper.id)).toEqual([id])
})

test('one that neither has is unknown', async () => {
  const [feed, arxiv] = [await startFeed(), await startArxiv()]
  const sources = { endpoint: feed.url, arxiv: arxiv.url }
  expect(await lookUpPaper(openDatabase(), sources, id)).toBe('unknown')
  expect(arxiv.requests).toHaveLength(1)
})

test('without leave arXiv is not asked', async () => {
  const feed = await startFeed()
  expect(await lookUpPaper(openDatabase(), { endpoint: feed.url }, id)).toBe('unasked')
})

test('when Hugging Face is in trouble arXiv may still have it', async () => {
  const arxiv = await startArxiv([{ id, title: 'On Zebras' }])
  const db = openDatabase()
  const sources = { endpoint: 'http://127.0.0.1:9', arxiv: arxiv.url }
  expect(await lookUpPaper(db, sources, id)).toBe('stored')
})

test('when nobody can be reached it says so', async () => {
  const db = openDatabase()
  const looked = lookUpPaper(db, { endpoint: 'http://127.0.0.1:9' }, id)
  await expect(looked).rejects.toThrow('127.0.0.1:9 could not be reached.')
  expect(await db.papers.count()).toBe(0)
})
