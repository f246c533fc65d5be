import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paper } from '../../../lib/model/paper.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { maintainIndex } from '../../../lib/search/store/maintain.ts'
import { makeIds, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

// No word is a form, a beginning or a misspelling of another.
const words = ['alphabet', 'kestrel', 'monolith', 'quartz', 'sphinx', 'voyage']
const ids = makeIds(30)

const paper = fc
  .record({
    id: fc.constantFrom(...ids),
    title: fc.subarray(words, { minLength: 1 }),
    abstract: fc.subarray(words),
  })
  .map(({ id, title, abstract }) =>
    makePaper({ id, title: title.join(' '), abstract: abstract.join(' '), authors: [] }),
  )
const step = fc.oneof(
  { weight: 4, arbitrary: fc.uniqueArray(paper, { selector: ({ id }) => id, minLength: 1 }) },
  { weight: 1, arbitrary: fc.constant('maintain' as const) },
)

test('whatever is stored, changed and merged, exactly those are found that hold the words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 24 }),
      fc.subarray(words, { minLength: 1, maxLength: 3 }),
      async (steps, query) => {
        const db = openDatabase()
        const model = new Map<string, Paper>()
        for (const each of steps) {
          if (each === 'maintain') await maintainIndex(db, 40)
          else {
            await storePapers(db, each)
            for (const one of each) model.set(one.id, one)
          }
        }
        const expected = [...model.values()]
          .filter(({ title, abstract }) =>
            query.every((word) => `${title} ${abstract}`.split(' ').includes(word)),
          )
          .map(({ id }) => id)
        const found = await createFinder(db).find(query.join(' '), 100)
        const foundIds = found.isRelaxed ? [] : found.papers.map(({ id }) => id)
        expect(foundIds.sort()).toEqual(expected.sort())
        if (!found.isRelaxed) expect(found.total).toBe(expected.length)
        await db.delete()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
