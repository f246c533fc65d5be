import 'fake-indexeddb/auto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PaperboyDatabase } from '../../../lib/db/database.ts'
import { operators } from '../../../lib/model/search-operators.ts'
import { createFinder, type Finder } from '../../../lib/search/finder.ts'
import { findHits } from '../../../lib/search/hits.ts'
import { maintainIndex } from '../../../lib/search/store/maintain.ts'
import { resetIndex } from '../../../lib/search/store/rebuild.ts'
import { openDatabase } from '../open-database.ts'
import { samplePapers } from './sample-papers.ts'
import { storePapers } from './store-papers.ts'

const papers = samplePapers()
const words = papers.flatMap(({ title }) => title.split(' '))

const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...operators.map(({ name }) => name)),
  fc.constantFrom(
    '"',
    '-',
    ':',
    '""',
    '\\',
    '$',
    '{',
    '（',
    '图',
    '𝒜',
    '\ud800',
    '\u0000',
    '*',
    'i̇',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    'title:',
    'after:',
    'before:2026',
    'in:2026-W99',
    'top:-1',
    'id:0',
    'sort:',
    'is:',
  ),
)
const query = fc
  .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom(' ', '', '-', '"'))
  .map(([pieces, between]) => pieces.join(between))

async function expectAnswer(finder: Finder, text: string): Promise<void> {
  const { papers, total } = await finder.find(text, 5)
  expect(papers.length).toBe(Math.min(5, total))
  expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
}

describe('any query at all', () => {
  const db = new PaperboyDatabase('any-query')
  afterAll(() => db.delete())
  const finder = createFinder(db)
  beforeAll(async () => {
    for (let at = 0; at < papers.length; at += 50) await storePapers(db, papers.slice(at, at + 50))
    await maintainIndex(db)
  })

  test('is answered from the index', async () => {
    await fc.assert(
      fc.asyncProperty(query, (text) => expectAnswer(finder, text)),
      { numRuns: 400 },
    )
  })

  test('is shown with its marks', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { cards } = await findHits(db, finder, text, 3)
        for (const { title, markedTitle } of cards) {
          expect(markedTitle.map(({ text }) => text).join('')).toBe(title)
        }
      }),
      { numRuns: 100 },
    )
  })

  const recorded = join(import.meta.dirname, '../../../../shared/relevance/queries.json')
  const questions: string[] = existsSync(recorded)
    ? Object.values(
        JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, { search_query: string }>,
      ).map(({ search_query }) => search_query)
    : papers.map(({ abstract }) => abstract)

  test('as people really ask is answered, whole and with every word cut off', async () => {
    expect(questions.length).toBeGreaterThanOrEqual(100)
    for (const question of questions) {
      await expectAnswer(finder, question)
      await expectAnswer(finder, question.slice(0, question.length / 2))
    }
  }, 60_000)

  test('is answered while there is no index, too', async () => {
    await resetIndex(db)
    await fc.assert(
      fc.asyncProperty(query, (text) => expectAnswer(finder, text)),
      { numRuns: 40 },
    )
  })
})

test('two writers at once leave one whole index', async () => {
  const one = openDatabase('two-writers')
  const other = new PaperboyDatabase('two-writers')
  const lots = Array.from({ length: 12 }, (_, i) => papers.slice(i * 15, i * 15 + 30))
  await Promise.all(
    lots.flatMap((lot, i) => {
      const db = i % 2 === 0 ? one : other
      return [storePapers(db, lot), maintainIndex(i % 3 === 0 ? one : other, 2000)]
    }),
  )
  await Promise.all([maintainIndex(one), maintainIndex(other)])
  const stored = new Map(lots.flat().map((paper) => [paper.id, paper]))
  const { total } = await createFinder(other).find('top:0', 1)
  expect(total).toBe(stored.size)
  for (const paper of [...stored.values()].slice(0, 40)) {
    const found = await createFinder(one).find(`"${paper.title}"`, 10)
    expect(found.papers.map(({ id }) => id)).toContain(paper.id)
  }
  other.close()
}, 60_000)
