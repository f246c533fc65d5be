import { expect, test } from 'vitest'
import { arxivIdIn } from '../../../lib/model/arxiv-id.ts'

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
])('%s is the paper 2608.13210', (text) => {
  expect(arxivIdIn(text)).toBe('2608.13210')
})

test.each(['', 'gpt 4', '2608.13210 and more', '26081.3210', 'version 2608.1'])(
  '"%s" is no paper',
  (text) => expect(arxivIdIn(text)).toBeUndefined(),
)
