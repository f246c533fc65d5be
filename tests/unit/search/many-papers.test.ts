import { expect, test } from 'vitest'
import type { Paper } from '../../../lib/model/paper.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { maintainIndex } from '../../../lib/search/store/maintain.ts'
import { createRandom } from '../../support/feed/seeded-random.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

// More papers than a window of the scoring, a record of ids or a page of postings holds, in
// several segments, some of them stored anew: what is found is held against the papers.
const count = 9_300
const vocabulary = ['amber', 'birch', 'cedar', 'dahlia', 'elder', 'fern', 'ginger', 'hazel']

function makePapers(): Paper[] {
  const random = createRandom(7)
  return Array.from({ length: count }, (_, i) => {
    const words = random.shuffle(vocabulary).slice(0, random.between(1, 4))
    return makePaper({
      id: `2501.${10_000 + i}`,
      title: `Paper ${words[0]}`,
      abstract: words.join(' '),
      upvotes: random.between(0, 40),
      // Rising nearly as the ids do, so that most records of days lie on one side of a date.
      publishedAt: Date.parse('2025-01-01') + (Math.floor(i / 31) + (i % 5)) * 86_400_000,
    })
  })
}

test('among thousands of papers, exactly those that match are found, before and after a merge', async () => {
  const papers = makePapers()
  const db = openDatabase()
  const lots = [
    [0, 8192],
    [8192, 8704],
    [8704, count],
  ] as const
  for (const [from, to] of lots) await storePapers(db, papers.slice(from, to))
  // Every hundredth is stored anew, without its words.
  for (let i = 0; i < count; i += 100) {
    papers[i] = { ...(papers[i] as Paper), title: 'Paper', abstract: 'iris' }
  }
  await storePapers(
    db,
    papers.filter((_, i) => i % 100 === 0),
  )
  const finder = createFinder(db)
  await expectAll()
  await maintainIndex(db)
  await expectAll()

  async function expectAll(): Promise<void> {
    await expectFound('amber ', holds('amber'))
    await expectFound('amber birch ', (paper) => holds('amber')(paper) && holds('birch')(paper))
    await expectFound('title:cedar ', ({ title }) => title.includes('cedar'))
    await expectFound('fern -hazel', (paper) => holds('fern')(paper) && !holds('hazel')(paper))
    await expectFound('elder top:30', (paper) => holds('elder')(paper) && paper.upvotes >= 30)
    await expectFound('iris ', holds('iris'))
    await expectFound(
      'paper -iris -amber',
      (paper) => !holds('iris')(paper) && !holds('amber')(paper),
    )
    const [march, autumn] = [Date.parse('2025-03-01'), Date.parse('2025-09-01')]
    await expectFound('after:2025-09', ({ publishedAt }) => publishedAt >= autumn)
    await expectFound('before:2025-03', ({ publishedAt }) => publishedAt < march)
    await expectFound(
      'elder after:2025-03 before:2025-09',
      (paper) => holds('elder')(paper) && paper.publishedAt >= march && paper.publishedAt < autumn,
    )
    await expectOrder()
  }

  async function expectFound(query: string, isMatch: (paper: Paper) => boolean): Promise<void> {
    const expected = papers.filter(isMatch).map(({ id }) => id)
    const { papers: found, total } = await finder.find(query, count)
    expect(total, query).toBe(expected.length)
    expect(found.map(({ id }) => id).sort(), query).toEqual(expected.sort())
  }

  async function expectOrder(): Promise<void> {
    const newest = papers.filter(holds('dahlia')).toSorted((a, b) => (a.id < b.id ? 1 : -1))
    const voted = newest.toSorted((a, b) => b.upvotes - a.upvotes)
    const orders = { 'dahlia sort:new': newest, 'dahlia sort:votes': voted }
    for (const [query, expected] of Object.entries(orders)) {
      const { papers: found } = await finder.find(query, 50)
      expect(found.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id))
    }
  }
}, 60_000)

function holds(word: string): (paper: Paper) => boolean {
  return ({ title, abstract }) => `${title} ${abstract}`.toLowerCase().includes(word)
}
