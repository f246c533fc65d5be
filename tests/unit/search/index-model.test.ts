import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../../lib/db/database.ts'
import type { Paper } from '../../../lib/model/paper.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { maintainIndex } from '../../../lib/search/store/maintain.ts'
import { mergeAStep } from '../../../lib/search/store/merge-segments.ts'
import { rebuildStep, replaceOutdated, resetIndex } from '../../../lib/search/store/rebuild.ts'
import { indexTables } from '../../../lib/search/store/tables.ts'
import { indexVotes } from '../../../lib/search/store/write-segment.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

// No word is a form, a beginning or a misspelling of another.
const words = ['alphabet', 'kestrel', 'monolith', 'quartz', 'sphinx', 'voyage']
// Far enough apart that the gaps between their numbers take more than one byte.
const ids = Array.from({ length: 200 }, (_, i) => `2608.${String(10_000 + i)}`)

const paper = fc
  .record({
    id: fc.constantFrom(...ids),
    title: fc.subarray(words, { minLength: 1 }),
    abstract: fc.subarray(words),
    upvotes: fc.nat({ max: 40 }),
  })
  .map(({ id, title, abstract, upvotes }) =>
    makePaper({ id, title: title.join(' '), abstract: abstract.join(' '), upvotes, authors: [] }),
  )
const papers = fc.uniqueArray(paper, {
  selector: ({ id }) => id,
  minLength: 1,
  size: 'medium',
})

type Step = (db: Database, model: Map<string, Paper>) => Promise<unknown>

const stepBytes = 40
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: papers.map(
      (papers): Step =>
        async (db, model) => {
          await storePapers(db, papers)
          for (const each of papers) model.set(each.id, each)
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat({ max: 40 }).map(
      (upvotes): Step =>
        async (db, model) => {
          const [known] = model.values()
          if (!known) return
          const voted = { ...known, upvotes }
          model.set(voted.id, voted)
          await db.transaction('rw', [db.papers, ...indexTables(db)], async () => {
            await db.papers.put(voted)
            await indexVotes(db, [voted])
          })
        },
    ),
  },
  // The worker dies after any step: what comes next begins where that one ended.
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 12 }).map(
      (count): Step =>
        async (db) => {
          for (let i = 0; i < count; i++) await mergeAStep(db, stepBytes)
        },
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((db) => maintainIndex(db, stepBytes)) },
  { weight: 1, arbitrary: fc.constant<Step>((db) => resetIndex(db)) },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(async (db) => {
      // An update that takes texts apart in another way.
      await db.segments.toCollection().modify({ analysis: 0 })
      await replaceOutdated(db)
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>((db) => rebuildStep(db)) },
)

test('whatever is stored, changed, merged and left half done, exactly those are found that match', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.subarray(words, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 40 }),
      async (steps, query, least) => {
        const db = openDatabase()
        const model = new Map<string, Paper>()
        for (const take of steps) await take(db, model)
        const holding = [...model.values()].filter(({ title, abstract }) =>
          query.every((word) => `${title} ${abstract}`.split(' ').includes(word)),
        )
        const finder = createFinder(db)
        const found = await finder.find(query.join(' '), 1000)
        const foundIds = found.isRelaxed ? [] : found.papers.map(({ id }) => id)
        expect(foundIds.sort()).toEqual(holding.map(({ id }) => id).sort())
        if (!found.isRelaxed) expect(found.total).toBe(holding.length)

        const voted = await finder.find(`top:${least} sort:votes`, 1000)
        const expected = [...model.values()].filter(({ upvotes }) => upvotes >= least)
        expect(voted.papers.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
        const votes = voted.papers.map(({ upvotes }) => upvotes)
        expect(votes).toEqual(votes.toSorted((a, b) => b - a))
        await db.delete()
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)

test('no block is left of a segment that is no more', async () => {
  const db = openDatabase()
  for (let i = 0; i < 60; i++) {
    await storePapers(db, [makePaper({ id: ids[i % 40], title: `Voyage ${i}` })])
    await mergeAStep(db, stepBytes)
  }
  await maintainIndex(db, stepBytes)
  const known = new Set((await db.segments.toArray()).map(({ id }) => id))
  expect(known.size).toBeGreaterThan(0)
  for (const { segment } of await db.segmentBlocks.toArray()) expect(known).toContain(segment)
  for (const { segment } of await db.segmentColumns.toArray()) expect(known).toContain(segment)
  expect(await db.indexState.count()).toBe(0)
})

test('a hundred lots lie in a handful of segments', async () => {
  const db = openDatabase()
  for (let i = 0; i < 100; i++) {
    const lot = Array.from({ length: 8 }, (_, n) => `2608.${String(10_000 + i * 8 + n)}`)
    await storePapers(
      db,
      lot.map((id) => makePaper({ id, title: `Voyage ${id}` })),
    )
    await maintainIndex(db)
  }
  expect(await db.segments.count()).toBeLessThanOrEqual(4)
  expect((await createFinder(db).find('voyage', 5)).total).toBe(800)
}, 60_000)
