import { expect, test } from 'vitest'
import { findByTitle } from '../../../lib/sync-feed/find-by-title.ts'
import { openDatabase } from '../open-database.ts'
import { startArxiv } from '../start-arxiv.ts'
import { startFeed } from '../start-feed.ts'

const isSearch = (url: URL) => url.pathname === '/api/papers/search'
const id = '2501.99999'
const title = 'On Zebras: A Study'

test('a title is found with Hugging Face’s search, in any case and punctuation', async () => {
  const feed = await startFeed()
  const date = feed.source.dates.at(-1) ?? ''
  const { paper } = feed.source.day(date)[0] as { paper: { id: string; title: string } }
  const answer = await findByTitle(
    openDatabase(),
    { endpoint: feed.url },
    paper.title.toUpperCase(),
  )
  expect(answer).toMatchObject({ paper: { id: paper.id } })
})

test('and otherwise with arXiv’s, where the title has to be the whole', async () => {
  const feed = await startFeed()
  const longer = { id: '2501.99998', title: `${title} of Stripes` }
  const arxiv = await startArxiv([longer, { id, title }])
  const db = openDatabase()
  const sources = { endpoint: feed.url, arxiv: arxiv.url }
  expect(await findByTitle(db, sources, 'On zebras - a study')).toMatchObject({ paper: { id } })
  for (const table of [db.papers, db.saved]) expect(await table.count()).toBe(0)
})

test('when none is called so, it says who was asked', async () => {
  const feed = await startFeed()
  const arxiv = await startArxiv()
  const both = { endpoint: feed.url, arxiv: arxiv.url }
  expect(await findByTitle(openDatabase(), both, title)).toEqual({ missing: 'unknown' })
  const one = { endpoint: feed.url }
  expect(await findByTitle(openDatabase(), one, title)).toEqual({ missing: 'unasked' })
})

test('trouble is told in words, and is not taken for an answer', async () => {
  const feed = await startFeed()
  feed.faults.set({ kind: 'status', status: 500 }, { only: isSearch })
  const arxiv = await startArxiv()
  const both = { endpoint: feed.url, arxiv: arxiv.url }
  expect(await findByTitle(openDatabase(), both, title)).toEqual({
    problem: expect.stringMatching(/HTTP 500/),
  })
  arxiv.papers.push({ id, title })
  expect(await findByTitle(openDatabase(), both, title)).toMatchObject({ paper: { id } })
  arxiv.setFault('rate-exceeded')
  expect(await findByTitle(openDatabase(), both, title)).toEqual({
    problem: expect.stringMatching(/asks for a pause/),
  })
})

test('a title without a word is not asked for', async () => {
  const feed = await startFeed()
  const answer = await findByTitle(openDatabase(), { endpoint: feed.url }, '…')
  expect(answer).toEqual({ missing: 'unknown' })
  expect(feed.requests).toEqual([])
})
