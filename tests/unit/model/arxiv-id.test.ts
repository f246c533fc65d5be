import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isArxivId } from '../../../lib/model/arxiv-id.ts'
import { arxivIdIn, monthOfArxivId } from '../../../lib/model/read-arxiv-id.ts'
import { arxivIds } from '../arxiv-ids.ts'

test.each([
  '2608.13210',
  ' 2608.13210v3 ',
  'arXiv:2608.13210',
  'https://arxiv.org/abs/2608.13210',
  'https://arxiv.org/pdf/2608.13210v2.pdf',
  'http://www.arxiv.org/html/2608.13210v1#S3',
  'https://huggingface.co/papers/2608.13210?x=1',
  'alphaxiv.org/abs/2608.13210',
  'https://doi.org/10.48550/arXiv.2608.13210',
  '10.48550/arXiv.2608.13210',
  '[2608.13210]',
  '(2608.13210)',
  '<https://arxiv.org/abs/2608.13210>',
  '2608.13210.',
  '2608.13210,',
  '"2608.13210"',
  'arXiv 2608.13210',
  'arXiv:2608.13210v1 [cs.CL] 12 Aug 2026',
])('%s is the paper 2608.13210', (text) => {
  expect(arxivIdIn(text)).toBe('2608.13210')
})

test.each([
  'hep-th/9901001',
  'HEP-TH/9901001v2',
  'arXiv:hep-th/9901001v1',
  'arXiv:hep-th.XX/9901001',
  'https://arxiv.org/abs/hep-th/9901001',
  'https://arxiv.org/pdf/hep-th/9901001v3.pdf',
  '10.48550/arXiv.hep-th/9901001',
])('%s is the paper hep-th/9901001', (text) => {
  expect(arxivIdIn(text)).toBe('hep-th/9901001')
})

test('every id of arXiv is one, and names its month', () => {
  fc.assert(
    fc.property(arxivIds, (id) => {
      expect(isArxivId(id)).toBe(true)
      expect(arxivIdIn(`https://arxiv.org/abs/${id}v3`)).toBe(id)
    }),
  )
  expect(monthOfArxivId('hep-th/9108001')).toBe(Date.UTC(1991, 7))
  expect(monthOfArxivId('math/0309136')).toBe(Date.UTC(2003, 8))
  expect(monthOfArxivId('2608.13210')).toBe(Date.UTC(2026, 7))
})

test.each([
  '',
  'gpt 4',
  'math/0309136 and more',
  'model/0309136',
  'math/0300136',
  'cs/0704001',
  '2608.13210 and more',
  'arXiv 2608.13210 and more',
  '2608.13210 [sic]ness',
  'arXiv papers',
  '26081.3210',
  'version 2608.1',
])('"%s" is no paper', (text) => expect(arxivIdIn(text)).toBeUndefined())
