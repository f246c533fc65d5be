import fc from 'fast-check'
import { expect, test } from 'vitest'
import { impactOf } from '../../../../lib/search/segment/impact.ts'
import { packPosting } from '../../../../lib/search/segment/postings.ts'
import { TermTable } from '../../../../lib/search/segment/term-table.ts'

type Occurrence = [term: string, weight: number, bit: number]

function tabled(papers: readonly Occurrence[][]): [string, number[]][] {
  const table = new TermTable()
  for (const paper of papers) {
    for (const occurrence of paper) table.add(...occurrence)
    table.endPaper()
  }
  return table
    .postings()
    .map(({ term, packed, from, to }) => [term, [...packed.subarray(from, to)]])
}

function oneByOne(papers: readonly Occurrence[][]): [string, number[]][] {
  const terms = [...new Set(papers.flat().map(([term]) => term))].sort()
  return terms.map((term) => [
    term,
    papers.flatMap((paper, doc) => {
      const held = paper.filter(([each]) => each === term)
      if (held.length === 0) return []
      const frequency = held.reduce((sum, [, weight]) => sum + weight, 0)
      return packPosting(
        doc,
        impactOf(frequency),
        held.reduce((mask, [, , bit]) => mask | bit, 0),
      )
    }),
  ])
}

test('each term has the papers that hold it, with all that it weighs there', () => {
  const term = fc.string({ minLength: 1, maxLength: 2 }).map((text) => `t${text}`)
  const occurrence = fc.tuple(
    term,
    fc.double({ min: 0.01, max: 9, noNaN: true }),
    fc.constantFrom(1, 2, 4, 8),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(occurrence)),
      (papers) => void expect(tabled(papers)).toEqual(oneByOne(papers)),
    ),
  )
})

test('there is room for more terms and postings than at first', () => {
  const papers = Array.from({ length: 2 }, (_, doc) =>
    Array.from({ length: 4200 }, (_, i): Occurrence => [`t${i * (doc + 1)}`, 1 + doc, 1]),
  )
  expect(tabled(papers)).toEqual(oneByOne(papers))
})
