import { expect, test } from 'vitest'
import { eachOccurrence } from '../../../../lib/search/segment/document.ts'
import { fieldBits } from '../../../../lib/search/segment/fields.ts'
import { makePaper } from '../../make-paper.ts'

function occurrencesIn(paper: Parameters<typeof makePaper>[0]) {
  const found: [term: string, bit: number][] = []
  eachOccurrence(makePaper(paper), (term, _weight, bit) => found.push([term, bit]))
  return found
}

test('the commonest words count in abstracts only where they stand elsewhere as well', () => {
  const abstract = 'The zebra of the lake'
  const alone = occurrencesIn({ title: 'Stripes', abstract })
  expect(alone).toContainEqual(['zebra', fieldBits.abs])
  expect(alone.filter(([term]) => ['the', 'of'].includes(term))).toEqual([])
  const titled = occurrencesIn({ title: 'The Stripes', abstract })
  expect(titled.filter(([term]) => term === 'the').map(([, bit]) => bit)).toEqual([
    ...[fieldBits.abs, fieldBits.abs, fieldBits.title],
  ])
  expect(titled.filter(([term]) => term === 'of')).toEqual([])
})
