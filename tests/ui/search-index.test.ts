import { expect, onTestFinished, test } from 'vitest'
import { PaperboyDatabase } from '../../lib/db/database.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { createFinder } from '../../lib/search/finder.ts'
import { maintainIndex } from '../../lib/search/store/maintain.ts'
import { indexTables } from '../../lib/search/store/tables.ts'
import { indexPapers } from '../../lib/search/store/write-segment.ts'

// In the browser's own IndexedDB, whose transactions end when nobody asks them for anything.

function open(name: string): PaperboyDatabase {
  const db = new PaperboyDatabase(name)
  onTestFinished(() => db.close())
  return db
}

const subjects = ['kestrel', 'monolith', 'quartz', 'sphinx', 'voyage']

function makePapers(first: number, count: number): Paper[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ authors: ['Ada One'], authorCount: 1, keywords: [], comments: 0, firstSeenAt: 0 },
    id: `2608.${10_000 + first + i}`,
    title: `A ${subjects[(first + i) % subjects.length]} of number${first + i}`,
    abstract: `Nothing is said of number${first + i}. `.repeat(20),
    publishedAt: Date.parse('2026-08-13') + i,
    upvotes: i,
  }))
}

function store(db: PaperboyDatabase, papers: Paper[]): Promise<void> {
  return db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
    await db.papers.bulkPut(papers)
    await indexPapers(db, papers)
  })
}

test('two pages that write, merge and search at once leave one whole index', async () => {
  const one = open('two-pages')
  const other = open('two-pages')
  const finder = createFinder(other)
  const work: Promise<unknown>[] = []
  for (let lot = 0; lot < 16; lot++) {
    // Each lot overlaps the one before: half of it is stored a second time.
    work.push(store(lot % 2 === 0 ? one : other, makePapers(lot * 30, 60)))
    if (lot % 3 === 0) work.push(maintainIndex(lot % 2 === 0 ? other : one, 4000))
    work.push(finder.find('kestrel', 20))
  }
  await Promise.all(work)
  await Promise.all([maintainIndex(one), maintainIndex(other)])
  const count = 15 * 30 + 60
  expect(await createFinder(one).find('of', 1)).toMatchObject({ total: count })
  expect(await finder.find('kestrel', 1)).toMatchObject({ total: count / subjects.length })
  for (let i = 0; i < count; i += 37) {
    const [first] = (await finder.find(`number${i}`, 5)).papers
    expect(first?.id).toBe(`2608.${10_000 + i}`)
  }
  expect(await one.segments.count()).toBe(1)
})

test('a merge of many steps holds in the browser’s transactions', async () => {
  const db = open('many-steps')
  for (let lot = 0; lot < 4; lot++) await store(db, makePapers(lot * 100, 100))
  await maintainIndex(db, 500)
  expect(await db.segments.count()).toBe(1)
  expect(await createFinder(db).find('sphinx', 1)).toMatchObject({ total: 80 })
})
